import { TrackView, useTrackView } from 'ometria-react'

/** A page that is a view when it is opened, and another for each search. */
export function Search() {
  const { mutate } = useTrackView()
  const search = (form: FormData) =>
    mutate({ action: 'search', data: { term: form.get('term') }, context: { page: 'search' } })
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        search(new FormData(event.currentTarget))
      }}
    >
      <TrackView context={{ page: 'search' }} />
      <label>
        Search <input name="term" type="search" />
      </label>
      <button type="submit">Go</button>
    </form>
  )
}
