using Torchlight.Generator.Catalog;

namespace Torchlight.Generator.Emit;

/// <summary>All of <c>torch.ops.aten</c>, in shards by first letter.</summary>
internal static class AtenEmitter
{
    // Editors and diffs stay quick with files of this size.
    private const int ShardLength = 50_000;

    /// <param name="operators">The operators to emit; their positions are their rows in <c>OpNames</c>.</param>
    /// <exception cref="InvalidOperationException">Two operators would become the same method.</exception>
    public static IEnumerable<GeneratedFile> Emit(IReadOnlyList<Operator> operators)
    {
        var signatures = new Dictionary<string, Operator>(StringComparer.Ordinal);
        var emitters = new List<(Operator Operator, OperatorEmitter Emitter)>();
        for (int i = 0; i < operators.Count; i++)
        {
            var emitter = new OperatorEmitter(operators[i], i);
            if (!signatures.TryAdd(emitter.Signature, operators[i]))
            {
                throw new InvalidOperationException(
                    $"{operators[i].Schema.FullName} and {signatures[emitter.Signature].Schema.FullName} both become {emitter.Signature}");
            }

            emitters.Add((operators[i], emitter));
        }

        yield return Root();
        foreach (var family in emitters.GroupBy(pair => Family(pair.Operator)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            foreach (GeneratedFile shard in Shards(family.Key, [.. family.Select(pair => pair.Emitter)]))
            {
                yield return shard;
            }
        }
    }

    private static string Family(Operator op) =>
        op.IsPrivate ? "private." + char.ToLowerInvariant(op.Schema.Name.TrimStart('_')[0])
        : op.Schema.Name.StartsWith('_') ? "dunder"
        : char.ToLowerInvariant(op.Schema.Name[0]).ToString();

    private static IEnumerable<GeneratedFile> Shards(string family, IReadOnlyList<OperatorEmitter> emitters)
    {
        var shards = new List<SourceWriter>();
        SourceWriter? writer = null;
        foreach (OperatorEmitter emitter in emitters)
        {
            if (writer is null || writer.Length > ShardLength)
            {
                writer = new SourceWriter();
                Begin(writer);
                shards.Add(writer);
            }
            else
            {
                writer.Line();
            }

            emitter.Write(writer);
        }

        for (int i = 0; i < shards.Count; i++)
        {
            shards[i].Close();
            shards[i].Close();
            shards[i].Close();
            yield return new GeneratedFile(shards.Count == 1 ? $"Aten/Aten.{family}.g.cs" : $"Aten/Aten.{family}.{i + 1}.g.cs", shards[i].ToString());
        }
    }

    private static void Begin(SourceWriter writer)
    {
        writer.Lines(CSharp.Header);
        writer.Line("using TorchSharp.Interop;");
        writer.Line();
        writer.Line("namespace TorchSharp;");
        writer.Line();
        writer.Line("public static partial class torch");
        writer.Open();
        writer.Line("public static partial class ops");
        writer.Open();
        writer.Line("public static unsafe partial class aten");
        writer.Open();
    }

    private static GeneratedFile Root()
    {
        var writer = new SourceWriter();
        writer.Lines(CSharp.Header);
        writer.Lines(
            """

            namespace TorchSharp;

            public static partial class torch
            {
                /// <summary>Operators called by their schemas, as in Python's <c>torch.ops</c>.</summary>
                public static partial class ops
                {
                    /// <summary>
                    /// libtorch's own operators, one method for each overload: <c>add_Tensor</c> is Python's <c>torch.ops.aten.add.Tensor</c>.
                    /// Parameters have the schema's names and defaults; those without a default come first. An empty span, where the
                    /// schema has a default for a list, stands for that default.
                    /// </summary>
                    /// <remarks>
                    /// Each method throws <see cref="System.ArgumentNullException"/> or <see cref="System.ObjectDisposedException"/> for a tensor
                    /// that is null or disposed, and a <c>TorchException</c> for what libtorch refuses or the libtorch at hand does not have.
                    /// </remarks>
                    public static unsafe partial class aten;
                }
            }
            """);
        return new GeneratedFile("Aten/Aten.g.cs", writer.ToString());
    }
}
