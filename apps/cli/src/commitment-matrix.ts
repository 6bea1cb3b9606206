export {
  COMMITMENT_AXES,
  isDivided,
  matrixOf,
  membersOf,
  namedMatrix,
  type CommitmentAxis,
} from '@rasad/domain/commitments/cell-table'
