export { formattingOf, NO_FIGURE } from '@rasad/domain/persian/formatting'
