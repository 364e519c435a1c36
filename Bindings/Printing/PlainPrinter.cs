using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Printing;

/// <summary>TorchSharp's other styles: metadata, Julia, NumPy and C#.</summary>
internal sealed class PlainPrinter
{
    private readonly ElementGrid grid;
    private readonly string format;
    private readonly CultureInfo culture;
    private readonly string newLine;

    private PlainPrinter(ElementGrid grid, string format, CultureInfo culture, string newLine)
    {
        this.grid = grid;
        this.format = format;
        this.culture = culture;
        this.newLine = newLine;
    }

    /// <summary>Shape, type and device, as in <c>[2x3], type = Float32, device = cpu</c>; a star stands for an irregular dimension of a nested tensor.</summary>
    internal static string Metadata(Tensor tensor) =>
        $"[{(tensor.is_nested ? NestedTensors.Sizes(tensor) : string.Join("x", tensor.shape))}], type = {tensor.dtype}, device = {tensor.device}";

    internal static string Print(Tensor tensor, TensorStringStyle style, PrintOptions options, string? format, CultureInfo? culture, string? newLine)
    {
        if (style == TensorStringStyle.Metadata || tensor.is_meta)
        {
            return Metadata(tensor);
        }

        if (tensor.is_nested)
        {
            return $"{NestedTensors.Prefix}{NestedTensors.Body(tensor, part => Print(part, style, options, format, culture, newLine))})";
        }

        PrintOptions shown = style == TensorStringStyle.CSharp ? options with { Threshold = int.MaxValue } : options;
        var printer = new PlainPrinter(
            ElementGrid.Read(tensor, shown), format ?? options.FloatFormat, culture ?? CultureInfo.InvariantCulture, newLine ?? options.NewLine);
        return style switch
        {
            TensorStringStyle.Julia => Metadata(tensor) + printer.Julia(),
            TensorStringStyle.Numpy => printer.Nested("[", "]", " ", wrapped: true),
            _ => $"{Metadata(tensor)}, value = {printer.CSharp()}",
        };
    }

    private string Julia()
    {
        if (grid.Shown.Length == 0)
        {
            return $", value = {Element(0)}";
        }

        int columns = (int)grid.Shown[^1];
        int rows = grid.Shown.Length < 2 ? 1 : (int)grid.Shown[^2];
        int total = (int)grid.Shown.Aggregate(1L, (product, size) => product * size);
        var text = new StringBuilder();
        for (int start = 0; start < total; start += Math.Max(1, rows * columns))
        {
            int width = Enumerable.Range(start, rows * columns).Max(i => Element(i).Length);
            if (grid.Shown.Length > 2)
            {
                text.Append(newLine).Append($"[{string.Join(",", Leading(start))},..,..] =");
            }

            for (int row = 0; row < rows; row++)
            {
                text.Append(newLine);
                for (int column = 0; column < columns; column++)
                {
                    text.Append(' ').Append(Element(start + (row * columns) + column).PadLeft(width));
                }
            }
        }

        return text.ToString();
    }

    private IEnumerable<long> Leading(int element)
    {
        var indices = new long[grid.Shown.Length];
        long rest = element;
        for (int dim = indices.Length - 1; dim >= 0; dim--)
        {
            (rest, indices[dim]) = Math.DivRem(rest, grid.Shown[dim]);
        }

        return indices.Take(indices.Length - 2);
    }

    private string CSharp()
    {
        string type = grid.Type switch
        {
            ScalarType.Byte => "byte",
            ScalarType.Int8 => "sbyte",
            ScalarType.Int16 => "short",
            ScalarType.Int32 => "int",
            ScalarType.Int64 => "long",
            ScalarType.Bool => "bool",
            ScalarType.Float32 => "float",
            ScalarType.Float64 => "double",
            _ => grid.Type.ToString(),
        };
        return grid.Shown.Length == 0
            ? Element(0) + Suffix()
            : $"{type} [{new string(',', grid.Shown.Length - 1)}] {Nested("{", "}", ", ", wrapped: false)}";
    }

    private string Nested(string open, string close, string separator, bool wrapped)
    {
        var text = new StringBuilder();
        Write(0, 0);
        return text.ToString();

        void Write(int dim, int offset)
        {
            if (dim == grid.Shown.Length)
            {
                text.Append(Element(offset)).Append(wrapped ? "" : Suffix());
                return;
            }

            int stride = (int)grid.Shown[(dim + 1)..].Aggregate(1L, (product, size) => product * size);
            bool last = dim == grid.Shown.Length - 1;
            string between = last || !wrapped ? separator : newLine + new string(' ', dim + 1);
            text.Append(open);
            for (int i = 0; i < grid.Shown[dim]; i++)
            {
                text.Append(i == 0 ? "" : between);
                if (grid.Summarized && grid.Shape[dim] > 2 * grid.Edge && i == grid.Edge)
                {
                    text.Append("...").Append(between);
                }

                Write(dim + 1, offset + (i * stride));
            }

            text.Append(close);
        }
    }

    private string Suffix() => grid.Type == ScalarType.Float32 ? "f" : grid.Type == ScalarType.Int64 ? "L" : "";

    private string Element(int i)
    {
        if (grid.IsComplex)
        {
            double imaginary = grid.Imaginary[i];
            return $"{grid.Real[i].ToString(format, culture)}{(imaginary < 0 ? "-" : "+")}{Math.Abs(imaginary).ToString(format, culture)}i";
        }

        return grid.IsReal ? grid.Real[i].ToString(format, culture)
            : grid.Type == ScalarType.Bool ? (grid.Whole[i] != 0 ? "true" : "false")
            : grid.Whole[i].ToString(culture);
    }
}
