import { Footer, SkipLink } from 'nhsuk-react-components'
import type { ReactNode } from 'react'

interface FrameProps {
  service: string
  /** Links to the main pages, as list items. */
  navigation: ReactNode
  /** Who is signed in, as list items. */
  account: ReactNode
  /** Above the page, at its full width. */
  above?: ReactNode
  footer: string
  children: ReactNode
}

/**
 * What surrounds every page. The header is the NHS one without its script, which moves menu items about behind React's
 * back; with this few of them they wrap instead. It carries no NHS logo: that is for NHS organisations to add.
 */
export function Frame({ service, navigation, account, above, footer, children }: FrameProps) {
  return (
    <>
      <SkipLink />
      <header className="nhsuk-header">
        <div className="nhsuk-header__container nhsuk-width-container">
          <div className="nhsuk-header__service">
            <a className="nhsuk-header__service-name frame-service" href="/">
              {service}
            </a>
          </div>
          <nav className="nhsuk-header__account" aria-label="Account">
            <ul className="nhsuk-header__account-list">{account}</ul>
          </nav>
        </div>
        <nav className="nhsuk-header__navigation" aria-label="Menu">
          <div className="nhsuk-header__navigation-container nhsuk-width-container">
            <ul className="nhsuk-header__navigation-list frame-navigation">{navigation}</ul>
          </div>
        </nav>
      </header>
      {above}
      <div className="nhsuk-width-container">
        <main className="nhsuk-main-wrapper" id="maincontent" tabIndex={-1}>
          {children}
        </main>
      </div>
      <Footer>
        <Footer.Meta>
          <Footer.Copyright>{footer}</Footer.Copyright>
        </Footer.Meta>
      </Footer>
    </>
  )
}

/** One thing about who is signed in: words, or a button. */
export function AccountItem({ children, onClick }: { children: ReactNode; onClick?: () => unknown }) {
  return (
    <li className="nhsuk-header__account-item">
      {onClick ? (
        <button type="button" className="nhsuk-header__account-button" onClick={onClick}>
          {children}
        </button>
      ) : (
        children
      )}
    </li>
  )
}
