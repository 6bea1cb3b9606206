import { Link } from '@tanstack/react-router'
import { useText } from '../../shared/language.ts'
import { CUTS, type FiguresQuestion } from './figures-search.ts'
import { CUT_TEXT, FIGURES_TEXT } from './figures-text.ts'

/** What the breakdown is cut by; each cut is an address of its own. */
export function CutChoice({ question }: { question: FiguresQuestion }) {
  const text = useText(FIGURES_TEXT)
  const cuts = useText(CUT_TEXT)
  const chosen = question.by ?? 'county'
  return (
    <nav className="cuts no-print" aria-label={text.by}>
      {CUTS.map((cut) => (
        <Link
          key={cut}
          from="/figures"
          to="/figures"
          search={(before) => ({
            ...before,
            by: cut,
            sort: undefined,
            truth: undefined,
            of: undefined,
            part: undefined,
          })}
          aria-current={cut === chosen ? 'true' : undefined}
          activeProps={{}}
          resetScroll={false}
        >
          {cuts[cut]}
        </Link>
      ))}
    </nav>
  )
}
