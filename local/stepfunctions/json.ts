/** A JSON value: what a state takes and gives. */
export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject {
  [key: string]: Json
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return isObject(value)
}

export function parseJson(text: string): Json {
  return JSON.parse(text) as Json
}

/** The size AWS counts against its 256 KiB limit: UTF-8 bytes of the JSON text. */
export function sizeOf(text: string): number {
  return Buffer.byteLength(text)
}
