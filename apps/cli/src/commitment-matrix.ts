export {
  COMMITMENT_AXES,
  isDivided,
  matrixOf,
  membersOf,
  type CommitmentAxis,
} from '@rasad/domain/commitments/cell-table'
