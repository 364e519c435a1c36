using System.Collections;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Finds the tensors in the shapes that samples and batches take: tuples, dictionaries and lists, nested at will.</summary>
internal static class TensorTree
{
    /// <summary>Adds every tensor in <paramref name="value"/> to <paramref name="found"/>.</summary>
    /// <returns>False if it holds an object of an unknown kind, which may hold tensors that were not found.</returns>
    public static bool Collect(object? value, List<Tensor> found)
    {
        switch (value)
        {
            case Tensor tensor:
                found.Add(tensor);
                return true;
            case null or string or IConvertible or Half or Array and not object?[]:
                return true;
            case ITuple tuple:
                var complete = true;
                for (var index = 0; index < tuple.Length; index++)
                {
                    complete &= Collect(tuple[index], found);
                }
                return complete;
            case IDictionary dictionary:
                return CollectAll(dictionary.Values, found);
            case IList list:
                return CollectAll(list, found);
            default:
                return false;
        }
    }

    private static bool CollectAll(ICollection items, List<Tensor> found)
    {
        var complete = true;
        foreach (var item in items)
        {
            complete &= Collect(item, found);
        }
        return complete;
    }
}
