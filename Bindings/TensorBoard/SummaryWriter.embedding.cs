using System.Globalization;
using System.Text;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Vectors for TensorBoard's projector, which reads them from files of their own.</summary>
public sealed partial class SummaryWriter
{
    private readonly StringBuilder projector = new();

    /// <summary>Adds vectors that the projector shows in space.</summary>
    /// <param name="mat">The vectors, N x D.</param>
    /// <param name="metadata">A label for each; null for none.</param>
    /// <param name="label_img">A picture for each, N x C x H x W with numbers from 0 to 1; null for none.</param>
    /// <param name="global_step">The step; default 0.</param>
    /// <param name="tag">Their name; default "default".</param>
    /// <param name="metadata_header">The labels' columns, where each label has several, divided by tabs; null for one.</param>
    /// <exception cref="ArgumentException">There are not as many labels or pictures as vectors.</exception>
    public void add_embedding(
        Tensor mat, IReadOnlyList<string>? metadata = null, Tensor? label_img = null, long global_step = 0, string tag = "default",
        IReadOnlyList<string>? metadata_header = null)
    {
        ArgumentNullException.ThrowIfNull(mat);
        ArgumentNullException.ThrowIfNull(tag);
        if (mat.dim() != 2)
        {
            throw new ArgumentException($"vectors are N x D; these are [{string.Join(", ", mat.shape)}]", nameof(mat));
        }

        long count = mat.size(0);
        if ((metadata is not null && metadata.Count != count) || (label_img is not null && label_img.size(0) != count))
        {
            throw new ArgumentException($"there are {count} vectors; labels and pictures are as many", nameof(metadata));
        }

        string step = global_step.ToString("D5", CultureInfo.InvariantCulture);
        string folder = Path.Combine(step, FileName(tag));
        Directory.CreateDirectory(Path.Combine(LogDir, folder));
        var entry = new StringBuilder();
        Line(entry, "tensor_name", $"{tag}:{step}");
        AtomicFile.WriteAllText(Path.Combine(LogDir, folder, "tensors.tsv"), Rows(mat));
        Line(entry, "tensor_path", $"{folder}/tensors.tsv");
        if (metadata is not null)
        {
            IEnumerable<string> lines = metadata_header is null ? metadata : [string.Join('\t', metadata_header), .. metadata];
            AtomicFile.WriteAllText(Path.Combine(LogDir, folder, "metadata.tsv"), $"{string.Join('\n', lines)}\n");
            Line(entry, "metadata_path", $"{folder}/metadata.tsv");
        }

        if (label_img is not null)
        {
            AtomicFile.WriteAllBytes(Path.Combine(LogDir, folder, "sprite.png"), Sprite(label_img));
            entry.Append("sprite {\n").Append(CultureInfo.InvariantCulture, $"image_path: \"{folder}/sprite.png\"\n")
                .Append(CultureInfo.InvariantCulture, $"single_image_dim: {label_img.size(3)}\nsingle_image_dim: {label_img.size(2)}\n}}\n");
        }

        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            projector.Append("embeddings {\n").Append(entry).Append("}\n");
            AtomicFile.WriteAllText(Path.Combine(LogDir, "projector_config.pbtxt"), projector.ToString());
        }
    }

    private static void Line(StringBuilder entry, string field, string value) =>
        entry.Append(CultureInfo.InvariantCulture, $"{field}: \"{value.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"\n");

    // A name may hold what no file name does.
    private static string FileName(string tag) =>
        string.Concat(tag.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? $"{letter}" : $"%{(int)letter:x2}"));

    private static string Rows(Tensor mat)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable mode = no_grad();
        long width = mat.size(1);
        double[] values = mat.detach().cpu().to_type(ScalarType.Float64).contiguous().data<double>().ToArray();
        var text = new StringBuilder();
        for (int i = 0; i < values.Length; i++)
        {
            text.Append(values[i].ToString("R", CultureInfo.InvariantCulture)).Append((i + 1) % width == 0 ? '\n' : '\t');
        }

        return text.ToString();
    }

    /// <summary>All pictures in one, in a square.</summary>
    private static byte[] Sprite(Tensor pictures)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable mode = no_grad();
        Tensor grid = PictureTensors.Grid(pictures.detach().cpu(), (long)Math.Ceiling(Math.Sqrt(pictures.size(0)))).permute(1, 2, 0);
        long side = Math.Max(grid.size(0), grid.size(1));
        Tensor square = zeros([side, side, 3], grid.dtype);
        square.narrow(0, 0, grid.size(0)).narrow(1, 0, grid.size(1)).copy_(grid);
        return PngWriter.Picture(PictureTensors.Bytes(square), (int)side, (int)side, 3);
    }
}
