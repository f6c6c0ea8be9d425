import { Converter, ReferenceType, UnionType } from 'typedoc'
import ts from 'typescript'

/** @typedef {{ type?: import('typedoc').SomeType, flags?: import('typedoc').ReflectionFlags }} Typed */

/**
 * Has the reference say a type as its source does. TypeDoc asks the compiler, which answers `Context` with all that a
 * `Context` is made of, and a zod schema with every check of every field.
 *
 * @param {import('typedoc').Application} app
 */
export function keepDeclaredTypes({ converter }) {
  /**
   * @param {import('typedoc').Context} context
   * @param {Typed} reflection
   * @param {ts.Node} [declaration]
   */
  function keep(context, reflection, declaration) {
    const { type } = reflection
    if (type instanceof ReferenceType && type.package === 'zod') delete type.typeArguments
    else if (declaration && 'type' in declaration && declaration.type) {
      const declared = /** @type {ts.TypeNode} */ (declaration.type)
      if (isMadeOfNames(declared))
        reflection.type = withoutUndefined(converter.convertType(context, declared), reflection)
    }
  }

  converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) =>
    keep(context, reflection, context.getSymbolFromReflection(reflection)?.valueDeclaration),
  )
  converter.on(Converter.EVENT_CREATE_SIGNATURE, (context, signature, declaration) => {
    keep(context, signature, declaration)
    for (const [index, parameter] of signature.parameters?.entries() ?? [])
      keep(context, parameter, declaration?.parameters[index])
  })
}

/**
 * What may be left out says so by its `?`.
 *
 * @param {import('typedoc').SomeType} type
 * @param {Typed} reflection
 */
function withoutUndefined(type, { flags }) {
  if (!flags?.isOptional || !(type instanceof UnionType)) return type
  const [first, ...others] = type.types.filter(each => each.toString() !== 'undefined')
  return first && others.length === 0 ? first : new UnionType(first ? [first, ...others] : type.types)
}

/** Whether a type names others and says nothing of its own: `Context | undefined`, `readonly OrderLine[]`. */
function isMadeOfNames(/** @type {ts.TypeNode} */ type) {
  let isMade = false
  /** @returns {boolean} */
  const look = (/** @type {ts.Node} */ node) => {
    if (ts.isTypeLiteralNode(node) || ts.isMappedTypeNode(node)) return false
    if (ts.isTypeReferenceNode(node)) isMade = true
    return !ts.forEachChild(node, child => !look(child))
  }
  return !ts.isFunctionTypeNode(type) && look(type) && isMade
}
