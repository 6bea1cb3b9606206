import { DownloadOutlined } from '@ant-design/icons'
import { getFigureCsv, getFigurePdf, getFigureWorkbook } from '@rasad/contracts/papers'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { addressFor } from '../../shared/api.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { Popover } from '../../shared/ui/popover.tsx'
import { isSpecial, type Column } from './columns.ts'
import { dimensionsOf, figureWords, type FiguresQuestion } from './figures-search.ts'
import { FIGURES_TEXT } from './figures-text.ts'

const FILES = [
  { name: 'excel', contract: getFigureWorkbook },
  { name: 'csv', contract: getFigureCsv },
  { name: 'pdf', contract: getFigurePdf },
] as const
type DownloadsProps = { question: FiguresQuestion; columns: readonly Column[] }

/** The question of the page as a file, made by the server of the same figures. */
export function Downloads({ question, columns }: DownloadsProps) {
  const text = useText(FIGURES_TEXT)
  const language = useLanguage()
  const [isOpen, setIsOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const also = columns.filter(isSpecial).join(',')
  const query = { ...figureWords(question, dimensionsOf(question.by ?? 'county')), language, also }
  return (
    <div className="downloads">
      <Button
        ref={opener}
        icon={<DownloadOutlined aria-hidden="true" />}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {text.download}
      </Button>
      <Popover isOpen={isOpen} label={text.download} opener={opener} onClose={() => setIsOpen(false)}>
        <div className="download-links">
          {FILES.map(({ name, contract }) => (
            <a key={name} href={addressFor(contract, { query })} download onClick={() => setIsOpen(false)}>
              {text[name]}
            </a>
          ))}
        </div>
      </Popover>
    </div>
  )
}
