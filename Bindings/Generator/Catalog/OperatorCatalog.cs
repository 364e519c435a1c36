using Torchlight.Generator.Schema;

namespace Torchlight.Generator.Catalog;

/// <summary>The operators of all dumps, merged: each with the oldest signature that calls it.</summary>
internal static class OperatorCatalog
{
    /// <summary>Merges dumps that are ordered oldest first; the result is ordered by full name.</summary>
    public static IReadOnlyList<Operator> Merge(IReadOnlyList<SchemaDump> dumps) =>
        [.. dumps.SelectMany(dump => dump.Schemas.Keys)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(name => MergeOne(name, dumps))];

    /// <summary>
    /// Whether a call made for <paramref name="older"/> means the same under <paramref name="newer"/>: arguments may have been
    /// appended (with defaults), renamed, or widened.
    /// </summary>
    public static bool IsCompatible(FunctionSchema older, FunctionSchema newer) =>
        newer.Arguments.Count >= older.Arguments.Count
        && older.Arguments.Zip(newer.Arguments).All(pair => Accepts(pair.Second.Type.Concrete, pair.First.Type.Concrete))
        && newer.Arguments.Skip(older.Arguments.Count).All(argument => argument.Default is not null)
        && older.Returns.Select(r => r.Type.Concrete).SequenceEqual(newer.Returns.Select(r => r.Type.Concrete));

    private static bool Accepts(SchemaType target, SchemaType source)
    {
        if (target == source || target is OptionalType optional && Accepts(optional.Element, source))
        {
            return true;
        }

        return (target, source) switch
        {
            (NamedType { Name: "Scalar" }, NamedType { Name: "int" or "float" or "bool" }) => true,
            (OptionalType to, OptionalType from) => Accepts(to.Element, from.Element),
            _ => false,
        };
    }

    private static Operator MergeOne(string name, IReadOnlyList<SchemaDump> dumps)
    {
        FunctionSchema? oldest = null;
        FunctionSchema? newest = null;
        Version? since = null;
        Version? removed = null;
        SchemaChange? changed = null;
        foreach (SchemaDump dump in dumps)
        {
            if (!dump.Schemas.TryGetValue(name, out FunctionSchema? schema))
            {
                removed ??= oldest is null ? null : dump.Version;
            }
            else if (oldest is null)
            {
                (oldest, newest, since) = (schema, schema, dump.Version);
            }
            else if (!IsCompatible(oldest, schema))
            {
                changed ??= new SchemaChange(dump.Version, schema);
            }
            else if (changed is null && IsCompatible(newest!, schema))
            {
                newest = schema;
            }
        }

        return new Operator(oldest!, since!, removed, [.. newest!.Arguments.Skip(oldest!.Arguments.Count)], changed);
    }
}
