using System.Collections;
using System.Runtime.CompilerServices;

namespace Lightning;

/// <summary>Finds the size of a batch: the first dimension of the first tensor in it.</summary>
internal static class BatchSize
{
    /// <summary>The size, or null when the batch holds no tensor. <paramref name="ambiguous"/> tells that tensors disagree.</summary>
    internal static long? Of(object? batch, out bool ambiguous)
    {
        long? size = null;
        ambiguous = false;
        Visit(batch, ref size, ref ambiguous);
        return size;
    }

    private static void Visit(object? value, ref long? size, ref bool ambiguous)
    {
        switch (value)
        {
            case null or string:
                return;
            case Tensor tensor:
                var found = tensor.dim() == 0 ? 1 : tensor.size(0);
                ambiguous |= size is not null && size != found;
                size ??= found;
                return;
            case ITuple tuple:
                for (var i = 0; i < tuple.Length; i++)
                {
                    Visit(tuple[i], ref size, ref ambiguous);
                }

                return;
            case IDictionary dictionary:
                foreach (var item in dictionary.Values)
                {
                    Visit(item, ref size, ref ambiguous);
                }

                return;
            case IEnumerable items when value is not Array { Rank: > 1 }:
                foreach (var item in items)
                {
                    Visit(item, ref size, ref ambiguous);
                }

                return;
        }
    }
}
