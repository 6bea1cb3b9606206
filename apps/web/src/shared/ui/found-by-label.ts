import { foldText } from '@rasad/domain/persian/text'

/** How a list of choices is searched: by its labels, in any spelling of the same word (ي or ی, joined or apart, any digits). */
export const FOUND_BY_LABEL = {
  filterOption: (typed: string, option?: { label?: unknown }): boolean =>
    typeof option?.label === 'string' && foldText(option.label).includes(foldText(typed)),
}
