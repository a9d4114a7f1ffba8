import { createRootRoute, type ErrorComponentProps, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useSeesBoard } from '../features/board/use-board.ts'
import { Left } from '../features/command-form/left.tsx'
import { LocalityBar } from '../features/locality-bar/locality-bar.tsx'
import { useMe } from '../features/people/use-names.ts'
import { proposersOf } from '../features/proposal-form/proposers.ts'
import { readsRegister } from '../features/register/readers.ts'
import { Offline } from '../features/session/offline.tsx'
import { useSession } from '../features/session/session.tsx'
import { SignInEnded, SignInUnreached } from '../features/session/sign-in-needed.tsx'
import { words as session } from '../features/session/words.ts'
import { AccountItem, Frame } from '../nhs/frame.tsx'
import { NavigationItem } from '../nhs/navigation-item.tsx'
import { Success } from '../nhs/success.tsx'
import { useFocusLeft } from './focus-left.ts'
import { isFresh } from './fresh.ts'
import { formSearch } from './searches.ts'
import { NotFound, Trouble } from './trouble.tsx'
import { Waits } from './waits.tsx'
import { wellFormed } from './well-formed.ts'
import { words } from './words.ts'

export const rootRoute = createRootRoute({
  beforeLoad: wellFormed,
  validateSearch: formSearch,
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: Broken,
})

/** What surrounds the pages broke itself: the way home is left. */
function Broken(props: ErrorComponentProps) {
  return (
    <Frame
      service={words.service}
      footer={words.footer}
      navigation={<NavigationItem to="/">{words.home.link}</NavigationItem>}
      account={null}
    >
      <Trouble {...props} />
    </Frame>
  )
}

function Root() {
  const { status, asksIssuer, signIn, signOut } = useSession()
  const { data: me } = useMe()
  const seesBoard = useSeesBoard()
  const audits = me?.person.roles.includes('auditor')
  const keeps = me !== undefined && readsRegister(me.person)
  const proposes = me !== undefined && proposersOf(me.person).length > 0
  useFocusOnMove()
  useFocusLeft()
  return (
    <Frame
      service={words.service}
      footer={words.footer}
      above={<LocalityBar />}
      navigation={
        <>
          <NavigationItem to="/">{words.home.link}</NavigationItem>
          {proposes && <NavigationItem to="/proposals">{words.proposals.link}</NavigationItem>}
          <NavigationItem to="/tenders">{words.tenders.link}</NavigationItem>
          {status === 'signed in' && <NavigationItem to="/interests">{words.interests.link}</NavigationItem>}
          <NavigationItem to="/reports">{words.reports.link}</NavigationItem>
          {seesBoard && <NavigationItem to="/board">{words.board.link}</NavigationItem>}
          {keeps && <NavigationItem to="/register">{words.register.link}</NavigationItem>}
          {audits && <NavigationItem to="/audit">{words.audit.link}</NavigationItem>}
        </>
      }
      account={
        status === 'signed out' ? (
          <AccountItem onClick={() => signIn()}>{session.signIn}</AccountItem>
        ) : (
          <>
            {me && <AccountItem>{me.person.name}</AccountItem>}
            <AccountItem onClick={signOut}>{session.signOut}</AccountItem>
          </>
        )
      }
    >
      <Offline />
      <SignInUnreached />
      <SignInEnded />
      <Said />
      <Left />
      <Waits />
      {!asksIssuer && <Outlet />}
    </Frame>
  )
}

/** What was just done: here, because what is read anew may take the form away in which it was done. */
function Said() {
  const { said, __TSR_key: key } = useLocation().state
  return isFresh(key) && said ? <Success key={key} title={words.success} heading={said} /> : null
}

/** A move to another page takes the focus to its content, as loading a page would; a screen reader starts there. */
function useFocusOnMove(): void {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    document.getElementById('maincontent')?.focus({ preventScroll: true })
  }, [pathname])
}
