import { useTrackView } from 'ometria-react'

/** A search that changes no address is a view of its own. (In React 18 a form takes no function: use `onSubmit` there.) */
export function SearchBox({ search }: { search: (term: string) => Promise<number> }) {
  const { mutate } = useTrackView()

  async function find(form: FormData) {
    const term = String(form.get('term'))
    const results = await search(term)
    mutate({ action: 'search', data: { term, results }, context: { page: 'search' } })
  }

  return (
    <form action={find}>
      <input name="term" aria-label="Search" />
    </form>
  )
}
