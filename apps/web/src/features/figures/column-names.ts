import { useText } from '../../shared/language.ts'
import { PART_TEXT } from '@rasad/domain/figures/figure-text'
import type { Column } from './columns.ts'
import { LABOUR_TEXT, RANK_TEXT, SPECIAL_TEXT } from './figures-text.ts'
import { REMARK_TEXT } from './remark-text.ts'

/** How a column is called in the language of the page. */
export function useColumnNames(): (column: Column) => string {
  const names = {
    ...useText(PART_TEXT),
    ...useText(SPECIAL_TEXT),
    ...useText(RANK_TEXT),
    ...useText(LABOUR_TEXT),
    remark: useText(REMARK_TEXT).remark,
  }
  return (column) => names[column]
}
