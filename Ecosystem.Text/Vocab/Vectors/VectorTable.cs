using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What a file of vectors holds.</summary>
/// <param name="Tokens">The tokens of the rows, in the file's order.</param>
/// <param name="Indices">The row of each token; the last one if it is there more than once.</param>
/// <param name="Numbers">The vectors, float32 [rows, dimensions]; there may be more rows than tokens, which are zero. Owned by who made it.</param>
/// <param name="Undecodable">How many rows were skipped because their token is no UTF-8.</param>
internal sealed record VectorTable(IReadOnlyList<string> Tokens, IReadOnlyDictionary<string, int> Indices, Tensor Numbers, long Undecodable)
{
    /// <summary>The table of rows in order.</summary>
    public static VectorTable Of(List<string> tokens, Tensor numbers, long undecodable)
    {
        var indices = new Dictionary<string, int>(tokens.Count, StringComparer.Ordinal);
        for (var row = 0; row < tokens.Count; row++)
        {
            indices[tokens[row]] = row;
        }
        return new VectorTable(tokens, indices, numbers, undecodable);
    }

    /// <summary>Reads the table that Python has cached (a tuple of list, dictionary, tensor and number), or that <see cref="Save"/> wrote.</summary>
    /// <exception cref="TorchFileFormatException">The file is damaged or holds something else.</exception>
    public static VectorTable Load(string path)
    {
        var value = serialization.load(path, CPU);
        if (value is object?[] { Length: 4 } parts && parts[0] is List<object?> itos && parts[1] is Dictionary<string, object?> stoi
            && parts[2] is Tensor vectors && parts[3] is long dim)
        {
            using var owned = vectors;
            string[] tokens = [.. itos.OfType<string>()];
            var indices = new Dictionary<string, int>(stoi.Count, StringComparer.Ordinal);
            var fits = tokens.Length == itos.Count && vectors.dtype == ScalarType.Float32 && vectors.shape is [var rows, var width]
                && rows >= tokens.Length && width == dim;
            foreach (var (token, index) in stoi)
            {
                fits &= index is long and >= 0 && (long)index < tokens.Length && indices.TryAdd(token, (int)(long)index);
            }
            if (fits)
            {
                return new VectorTable(tokens, indices, vectors.contiguous().DetachFromDisposeScope(), 0);
            }
        }
        throw new TorchFileFormatException(path, "this is no cached table of vectors. Delete it: it is made anew from the text file beside it.", null);
    }

    /// <summary>Writes the table as Python caches it, so that either finds it.</summary>
    public void Save(string path) => serialization.save(new object?[] { Tokens, Indices, Numbers, Numbers.shape[1] }, path);
}
