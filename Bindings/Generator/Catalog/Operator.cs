using Torchlight.Generator.Schema;

namespace Torchlight.Generator.Catalog;

/// <summary>One operator over all libtorch versions that we know.</summary>
/// <param name="Schema">The oldest version's schema; what newer ones have appended is in <paramref name="Appended"/>.</param>
/// <param name="Since">The first version that has it.</param>
/// <param name="RemovedIn">The first version that has it no more.</param>
/// <param name="Appended">Arguments with defaults that newer versions have behind the oldest one's.</param>
/// <param name="Changed">The first version whose schema does not merely append to the oldest; null where calls stay compatible.</param>
internal sealed record Operator(
    FunctionSchema Schema,
    Version Since,
    Version? RemovedIn,
    IReadOnlyList<SchemaArgument> Appended,
    SchemaChange? Changed)
{
    /// <summary>The method's name: <c>add_Tensor</c>.</summary>
    public string MethodName => Schema.Overload.Length == 0 ? Schema.Name : $"{Schema.Name}_{Schema.Overload}";

    /// <summary>Whether its name says that it is libtorch's own business.</summary>
    public bool IsPrivate => Schema.Name.StartsWith('_') && !Schema.Name.StartsWith("__", StringComparison.Ordinal);
}

/// <summary>An incompatible schema of a newer version.</summary>
internal sealed record SchemaChange(Version Version, FunctionSchema Schema);
