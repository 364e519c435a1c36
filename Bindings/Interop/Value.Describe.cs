using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>How an argument reads in an error's first line: Float32[2, 3], 5, None.</summary>
internal unsafe partial struct Value
{
    private const int ItemsShown = 8;

    internal readonly string Describe()
    {
        return (ValueTag)tag switch
        {
            ValueTag.Tensor or ValueTag.Storage => DescribeTensor((nint)payload),
            ValueTag.Int => payload.ToString(CultureInfo.InvariantCulture),
            ValueTag.Double => AsDouble().ToString(CultureInfo.InvariantCulture),
            ValueTag.Bool => payload != 0 ? "True" : "False",
            ValueTag.Device => AsDevice().ToString(),
            ValueTag.String => $"'{Encoding.UTF8.GetString((byte*)payload, extra)}'",
            ValueTag.IntList => DescribeLongs((long*)payload, extra),
            ValueTag.TensorList or ValueTag.OptionalTensorList => DescribeTensors((nint*)payload, extra),
            ValueTag.None => "None",
            _ => ((ValueTag)tag).ToString(),
        };
    }

    internal static string DescribeTensor(nint handle)
    {
        if (handle == 0)
        {
            return "None";
        }

        string type = ((ScalarType)NativeMethods.tl_tensor_dtype(handle)).ToString();
        if (NativeMethods.tl_tensor_is_nested(handle) != 0)
        {
            // Asked for its sizes, it would put its own complaint in the place of the error that is being described.
            return $"nested {type}{DescribeNestedSizes(handle)}";
        }

        long* sizes;
        int dim = (int)NativeMethods.tl_tensor_sizes(handle, &sizes);
        return type + (dim < 0 ? "[?]" : DescribeLongs(sizes, dim));
    }

    /// <summary>The sizes of a nested tensor's dimensions, with a star for irregular ones: [2, *, 4].</summary>
    internal static string DescribeNestedSizes(nint handle)
    {
        var sizes = new string[NativeMethods.tl_tensor_dim(handle)];
        for (int dim = 0; dim < sizes.Length; dim++)
        {
            long size = NativeMethods.tl_nested_size(handle, dim);
            sizes[dim] = size < 0 ? "*" : size.ToString(CultureInfo.InvariantCulture);
        }

        return $"[{string.Join(", ", sizes)}]";
    }

    private static string DescribeLongs(long* items, int count)
    {
        var text = new StringBuilder("[");
        for (int i = 0; i < Math.Min(count, ItemsShown); i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(items[i].ToString(CultureInfo.InvariantCulture));
        }

        return text.Append(count > ItemsShown ? ", ...]" : "]").ToString();
    }

    private static string DescribeTensors(nint* handles, int count)
    {
        var text = new StringBuilder("[");
        for (int i = 0; i < Math.Min(count, ItemsShown); i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(DescribeTensor(handles[i]));
        }

        return text.Append(count > ItemsShown ? ", ...]" : "]").ToString();
    }
}
