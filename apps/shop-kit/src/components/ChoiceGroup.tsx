import type { ReactNode } from 'react'

/** One of a few: a colour, a size. */
export function ChoiceGroup<Choice extends { id: string; name: string }>({
  name,
  legend,
  choices,
  chosen,
  onChoose,
  show,
}: {
  name: string
  legend: string
  choices: Choice[]
  chosen: Choice
  onChoose: (choice: Choice) => void
  /** What stands for a choice, where it isn't its name. */
  show?: (choice: Choice) => ReactNode
}) {
  return (
    <fieldset className={`choices choices-${name}`}>
      <legend>
        {legend} <span>{chosen.name}</span>
      </legend>
      {choices.map(choice => (
        <label key={choice.id}>
          <input
            type="radio"
            name={name}
            value={choice.id}
            checked={choice.id === chosen.id}
            onChange={() => onChoose(choice)}
          />
          {show ? (
            <>
              {show(choice)}
              <span className="visually-hidden">{choice.name}</span>
            </>
          ) : (
            <span>{choice.name}</span>
          )}
        </label>
      ))}
    </fieldset>
  )
}
