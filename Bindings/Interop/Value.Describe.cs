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

        long* sizes;
        int dim = (int)NativeMethods.tl_tensor_sizes(handle, &sizes);
        return (ScalarType)NativeMethods.tl_tensor_dtype(handle) + (dim < 0 ? "[?]" : DescribeLongs(sizes, dim));
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
