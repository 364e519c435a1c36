using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Printing;

/// <summary>Tensors as PyTorch prints them, to the character.</summary>
internal sealed class PythonPrinter
{
    private const string Prefix = "tensor(";

    private readonly ElementGrid grid;
    private readonly PrintOptions options;
    private readonly Func<int, string> element;
    private readonly int elementLength;

    private PythonPrinter(ElementGrid grid, PrintOptions options)
    {
        this.grid = grid;
        this.options = options;
        if (grid.IsComplex)
        {
            var real = new NumberFormat(grid.Real, options);
            var imaginary = new NumberFormat(grid.Imaginary, options);
            element = i => Complex(real.Format(grid.Real[i]), imaginary.Format(grid.Imaginary[i]));
            elementLength = real.Width + imaginary.Width + 3;
        }
        else if (grid.IsReal)
        {
            var format = new NumberFormat(grid.Real, options);
            element = i => format.Format(grid.Real[i]);
            elementLength = format.Width + 2;
        }
        else
        {
            bool truth = grid.Type == ScalarType.Bool;
            Func<long, string> text = value => truth ? (value != 0 ? "True" : "False") : value.ToString(CultureInfo.InvariantCulture);
            int width = 1;
            foreach (long value in grid.Whole)
            {
                width = Math.Max(width, text(value).Length);
            }

            element = i => text(grid.Whole[i]).PadLeft(width);
            elementLength = width + 2;
        }
    }

    internal static string Print(Tensor tensor, PrintOptions options)
    {
        bool nested = tensor.is_nested;
        string[]? names = !nested && tensor.has_names() ? tensor.names : null;
        using Tensor? unnamed = names is null ? null : tensor.rename(null);
        Tensor plain = unnamed ?? tensor;
        (string body, List<string> suffixes) = plain.layout switch
        {
            _ when nested => Nested(plain, options),
            Layout.Sparse => Sparse(plain, options),
            Layout.SparseCsr or Layout.SparseCsc or Layout.SparseBsr or Layout.SparseBsc => Compressed(plain, options),
            _ => Dense(plain, options),
        };
        if (tensor.grad_fn is { } function)
        {
            suffixes.Add($"grad_fn=<{function}>");
        }
        else if (tensor.requires_grad)
        {
            suffixes.Add("requires_grad=True");
        }

        if (names is not null)
        {
            string listed = string.Join(", ", names.Select(name => name is null ? "None" : $"'{name}'"));
            suffixes.Add($"names=({listed}{(names.Length == 1 ? "," : "")})");
        }

        string prefix = nested ? NestedTensors.Prefix : Prefix;
        return (tensor is Modules.Parameter ? "Parameter containing:\n" : "") + AddSuffixes(prefix + body, suffixes, options, tensor.is_sparse, prefix.Length);
    }

    private static (string Body, List<string> Suffixes) Nested(Tensor tensor, PrintOptions options) =>
        (NestedTensors.Body(tensor, part => Print(part, options)), tensor.device_type == DeviceType.CPU ? [] : [$"device='{tensor.device}'"]);

    private static (string Body, List<string> Suffixes) Dense(Tensor tensor, PrintOptions options)
    {
        List<string> suffixes = [];
        ScalarType type = tensor.dtype;
        if (tensor.device_type != DeviceType.CPU)
        {
            suffixes.Add($"device='{tensor.device}'");
        }

        if (tensor.is_meta)
        {
            suffixes.Add($"size={Tuple(tensor.shape)}");
            AddType(suffixes, type, type == get_default_dtype());
            return ("...", suffixes);
        }

        if (tensor.is_quantized())
        {
            suffixes.Add($"size={Tuple(tensor.shape)}");
            AddType(suffixes, type, false);
            AddQuantizer(tensor, suffixes, options);
        }
        else if (tensor.numel() == 0)
        {
            if (tensor.dim() != 1)
            {
                suffixes.Add($"size={Tuple(tensor.shape)}");
            }

            AddType(suffixes, type, type == get_default_dtype());
            return ("[]", suffixes);
        }
        else
        {
            AddType(suffixes, type, IsUsual(type));
        }

        return (Body(tensor, Prefix.Length, options), suffixes);
    }

    private static (string Body, List<string> Suffixes) Sparse(Tensor tensor, PrintOptions options)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable mode = no_grad();
        return Parts(
            tensor, [("indices", ops.aten._indices(tensor)), ("values", ops.aten._values(tensor))], ops.aten._nnz(tensor), "torch.sparse_coo", options);
    }

    // Rows or columns, or rows or columns of blocks, in compressed form.
    private static (string Body, List<string> Suffixes) Compressed(Tensor tensor, PrintOptions options)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable mode = no_grad();
        Layout layout = tensor.layout;
        bool rows = layout is Layout.SparseCsr or Layout.SparseBsr;
        (string, Tensor) first = rows ? ("crow_indices", tensor.crow_indices()) : ("ccol_indices", tensor.ccol_indices());
        (string, Tensor) second = rows ? ("col_indices", tensor.col_indices()) : ("row_indices", tensor.row_indices());
        string name = layout switch { Layout.SparseCsr => "csr", Layout.SparseCsc => "csc", Layout.SparseBsr => "bsr", _ => "bsc" };
        return Parts(tensor, [first, second, ("values", tensor.values())], ops.aten._nnz(tensor), $"torch.sparse_{name}", options);
    }

    private static (string Body, List<string> Suffixes) Parts(Tensor tensor, (string Name, Tensor Part)[] parts, long count, string layout, PrintOptions options)
    {
        List<string> suffixes = [$"size={Tuple(tensor.shape)}", $"nnz={count}"];
        AddType(suffixes, tensor.dtype, IsUsual(tensor.dtype));
        suffixes.Add($"layout={layout}");
        return (string.Join(",\n" + new string(' ', Prefix.Length), parts.Select(part => Text(part.Name, part.Part))), suffixes);

        string Text(string name, Tensor part)
        {
            string lead = $"{name}=tensor(";
            string elements = part.numel() == 0 ? $"[], size={Tuple(part.shape)}" : Body(part, Prefix.Length + lead.Length, options);
            return $"{lead}{elements})";
        }
    }

    private static string Body(Tensor tensor, int indent, PrintOptions options)
    {
        ElementGrid grid = ElementGrid.Read(tensor, options);
        var text = new StringBuilder();
        new PythonPrinter(grid, options).Write(text, 0, 0, indent);
        return text.ToString();
    }

    private static string Complex(string real, string imaginary)
    {
        string tail = imaginary.TrimStart() + "j";
        return tail[0] is '+' or '-' ? real + tail : $"{real}+{tail}";
    }

    private static bool IsUsual(ScalarType type)
    {
        ScalarType usual = get_default_dtype();
        ScalarType usualComplex = usual == ScalarType.Float64 ? ScalarType.ComplexFloat64 : ScalarType.ComplexFloat32;
        return type == usual || type == usualComplex || type is ScalarType.Int64 or ScalarType.Bool;
    }

    private static void AddType(List<string> suffixes, ScalarType type, bool usual)
    {
        if (!usual)
        {
            suffixes.Add($"dtype=torch.{PythonName(type)}");
        }
    }

    private static void AddQuantizer(Tensor tensor, List<string> suffixes, PrintOptions options)
    {
        QScheme scheme = tensor.qscheme();
        suffixes.Add($"quantization_scheme=torch.{scheme}");
        if (scheme is QScheme.per_tensor_affine or QScheme.per_tensor_symmetric)
        {
            suffixes.Add($"scale={Modules.Repr.Float(tensor.q_scale())}");
            suffixes.Add($"zero_point={tensor.q_zero_point()}");
            return;
        }

        using Tensor scales = tensor.q_per_channel_scales();
        using Tensor zeros = tensor.q_per_channel_zero_points();
        suffixes.Add($"scale={Print(scales, options)}");
        suffixes.Add($"zero_point={Print(zeros, options)}");
        suffixes.Add($"axis={tensor.q_per_channel_axis()}");
    }

    private static string AddSuffixes(string body, List<string> suffixes, PrintOptions options, bool newLineFirst, int indent)
    {
        var text = new StringBuilder(body);
        int lineLength = body.Length - body.LastIndexOf('\n') + 1;
        foreach (string suffix in suffixes)
        {
            if (newLineFirst || lineLength + suffix.Length + 2 > options.LineWidth)
            {
                text.Append(",\n").Append(' ', indent).Append(suffix);
                lineLength = indent + suffix.Length;
                newLineFirst = false;
            }
            else
            {
                text.Append(", ").Append(suffix);
                lineLength += suffix.Length + 2;
            }
        }

        return text.Append(')').ToString();
    }

    private static string Tuple(long[] shape) => shape.Length == 1 ? $"({shape[0]},)" : $"({string.Join(", ", shape)})";

    /// <summary>The name that Python has for an element type, as in <c>torch.float32</c>.</summary>
    internal static string PythonName(ScalarType type) => type switch
    {
        ScalarType.Byte => "uint8",
        ScalarType.ComplexFloat16 => "complex32",
        ScalarType.ComplexFloat32 => "complex64",
        ScalarType.ComplexFloat64 => "complex128",
        _ => type.ToString().ToLowerInvariant(),
    };

    /// <summary>Writes the part below <paramref name="dim"/> whose first held element is <paramref name="offset"/>.</summary>
    private void Write(StringBuilder text, int dim, int offset, int indent)
    {
        if (grid.Shown.Length == 0)
        {
            text.Append(element(0));
        }
        else if (dim == grid.Shown.Length - 1)
        {
            WriteVector(text, offset, indent);
        }
        else
        {
            int stride = checked((int)grid.Shown[(dim + 1)..].Aggregate(1L, (product, size) => product * size));
            string separator = "," + new string('\n', grid.Shown.Length - dim - 1) + new string(' ', indent + 1);
            text.Append('[');
            bool first = true;
            foreach (int? item in Items(dim))
            {
                text.Append(first ? "" : separator);
                first = false;
                if (item is { } index)
                {
                    Write(text, dim + 1, offset + (index * stride), indent + 1);
                }
                else
                {
                    text.Append("...");
                }
            }

            text.Append(']');
        }
    }

    private void WriteVector(StringBuilder text, int offset, int indent)
    {
        int perLine = Math.Max(1, (options.LineWidth - indent) / elementLength);
        List<string> items = [.. Items(grid.Shown.Length - 1).Select(item => item is { } index ? element(offset + index) : " ...")];
        text.Append('[')
            .AppendJoin(",\n" + new string(' ', indent + 1), items.Chunk(perLine).Select(line => string.Join(", ", line)))
            .Append(']');
    }

    /// <summary>The held positions of a dimension; null stands for what is left out between its ends.</summary>
    private IEnumerable<int?> Items(int dim)
    {
        bool cut = grid.Summarized && grid.Shape[dim] > 2 * grid.Edge;
        for (int i = 0; i < grid.Shown[dim]; i++)
        {
            if (cut && i == grid.Edge)
            {
                yield return null;
            }

            yield return i;
        }
    }
}
