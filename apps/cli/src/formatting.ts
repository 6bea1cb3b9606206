export { formattingOf, NO_FIGURE, type Formatting } from '@rasad/domain/persian/formatting'
