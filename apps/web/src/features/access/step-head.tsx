/** The head of a step. */
export function StepHead({ title, about }: { title: string; about: string }) {
  return (
    <div className="step-head">
      <h2>{title}</h2>
      <p>{about}</p>
    </div>
  )
}
