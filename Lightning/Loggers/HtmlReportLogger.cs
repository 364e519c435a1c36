using System.Collections;
using System.Diagnostics;
using System.Globalization;

namespace Lightning;

/// <summary>
/// Writes <c>report.html</c> in <c>save_dir/name/version_N</c>: curves, a table of the metrics, hyperparameters, and the confusion matrices and pictures
/// that the module logs. One file that opens anywhere without a network, whole at every moment, and renewed while training goes on.
/// </summary>
/// <remarks>
/// A module logs pictures by <c>loggers.OfType&lt;HtmlReportLogger&gt;()</c> in its hooks. Metrics of long runs are thinned out to what a chart can show.
/// </remarks>
public sealed class HtmlReportLogger : Logger
{
    private readonly string? _givenVersion;
    private readonly TimeSpan _refresh;
    private readonly int _pictures;
    private readonly Dictionary<string, ReportSeries> _series = [];
    private readonly Dictionary<string, SvgMatrix> _matrices = [];
    private readonly Dictionary<string, List<ReportPicture>> _images = [];
    private readonly List<(string Name, string Value)> _settings = [];
    private readonly DateTime _begun = DateTime.Now;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _written = TimeSpan.MinValue;
    private string? _version;
    private string? _status;
    private long? _epoch;
    private long _step;
    private bool _changed;

    /// <summary>Makes the logger; its folder is made with the first page.</summary>
    /// <param name="save_dir">The folder above all experiments.</param>
    /// <param name="name">The name of the experiment; "" leaves this folder out.</param>
    /// <param name="version">The version; null takes the next free <c>version_N</c>.</param>
    /// <param name="refresh_interval">How often to renew the page while training goes on; null takes ten seconds.</param>
    /// <param name="max_images">How many pictures to keep of each tag: the latest.</param>
    public HtmlReportLogger(
        string save_dir, string name = "lightning_logs", string? version = null, TimeSpan? refresh_interval = null, int max_images = 16)
    {
        ArgumentException.ThrowIfNullOrEmpty(save_dir);
        ArgumentNullException.ThrowIfNull(name);
        this.save_dir = save_dir;
        this.name = name;
        _givenVersion = version;
        _refresh = refresh_interval ?? TimeSpan.FromSeconds(10);
        _pictures = max_images > 0 ? max_images : throw new MisconfigurationException($"HtmlReportLogger(max_images: {max_images}) is not positive.");
    }

    /// <inheritdoc/>
    public override string name { get; }

    /// <inheritdoc/>
    public override string save_dir { get; }

    /// <inheritdoc/>
    public override string version => _version ??= _givenVersion ?? VersionFolders.Next(Path.Combine(save_dir, name));

    /// <summary>The page.</summary>
    public string report_path => Path.Combine(log_dir, "report.html");

    /// <inheritdoc/>
    public override void log_metrics(IReadOnlyDictionary<string, double> metrics, long step)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        _step = Math.Max(_step, step);
        foreach (var (metric, value) in metrics)
        {
            if (metric == "epoch")
            {
                _epoch = (long)value;
                continue;
            }

            if (!_series.TryGetValue(metric, out var series))
            {
                _series.Add(metric, series = new ReportSeries(metric));
            }

            series.Add(step, value);
        }

        Changed();
    }

    /// <inheritdoc/>
    public override void log_hyperparams(HyperParameters hparams)
    {
        ArgumentNullException.ThrowIfNull(hparams);
        _settings.Clear();
        Flatten("", hparams);
        Changed();
    }

    /// <summary>Shows a confusion matrix; a later one of the same title takes its place.</summary>
    /// <param name="title">What stands above it.</param>
    /// <param name="counts">(C, C): how often samples of each true class (row) were taken for each class (column).</param>
    /// <param name="classes">The names of the classes; null numbers them.</param>
    /// <exception cref="ArgumentException">The counts are no square, or there is another number of names.</exception>
    public void log_confusion_matrix(string title, Tensor counts, IReadOnlyList<string>? classes = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(title);
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.dim() != 2 || counts.size(0) != counts.size(1) || counts.size(0) == 0)
        {
            throw new ArgumentException($"A confusion matrix is square, and this one is of shape [{string.Join(", ", counts.shape)}].", nameof(counts));
        }

        var size = (int)counts.size(0);
        if (classes is not null && classes.Count != size)
        {
            throw new ArgumentException($"{classes.Count} names were given for {size} classes.", nameof(classes));
        }

        using var scope = torch.NewDisposeScope();
        var flat = counts.detach().to(ScalarType.Float64).cpu().contiguous().data<double>().ToArray();
        var values = new double[size, size];
        Buffer.BlockCopy(flat, 0, values, 0, flat.Length * sizeof(double));
        _matrices[title] = new SvgMatrix
        {
            Title = title,
            Classes = classes is null ? [.. Enumerable.Range(0, size).Select(number => number.ToString(CultureInfo.InvariantCulture))] : [.. classes],
            Counts = values,
        };
        Changed();
    }

    /// <summary>Shows a picture.</summary>
    /// <param name="tag">The heading that it stands under.</param>
    /// <param name="image">(1 or 3, H, W): bytes, or numbers from 0 to 1.</param>
    /// <param name="caption">What stands below it; null says the step.</param>
    /// <param name="step">The step; null takes the latest.</param>
    public void log_image(string tag, Tensor image, string? caption = null, long? step = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        ArgumentNullException.ThrowIfNull(image);
        if (image.dim() != 3 || image.size(0) is not (1 or 3 or 4))
        {
            throw new ArgumentException($"A picture is of shape (channels, height, width), and this one is [{string.Join(", ", image.shape)}].", nameof(image));
        }

        using var scope = torch.NewDisposeScope();
        var encoded = torch.utils.tensorboard.Summary.image(tag, image, dataformats: "CHW").Value[0].Image!.EncodedImageString;
        if (!_images.TryGetValue(tag, out var pictures))
        {
            _images.Add(tag, pictures = []);
        }

        pictures.Add(new ReportPicture(tag, caption ?? $"step {(step ?? _step).ToString(CultureInfo.InvariantCulture)}", encoded, (int)image.size(2)));
        if (pictures.Count > _pictures)
        {
            pictures.RemoveAt(0);
        }

        Changed();
    }

    /// <inheritdoc/>
    public override void save()
    {
        if (!_changed)
        {
            return;
        }

        Directory.CreateDirectory(log_dir);
        WholeFile.Write(report_path, ReportPage.Write(new ReportContent(
            name.Length == 0 ? version : $"{name} {version}",
            _status,
            _begun,
            _watch.Elapsed,
            _epoch,
            _step,
            [.. _series.Values],
            _matrices.Values,
            [.. _images.Values.SelectMany(list => list)],
            _settings)));
        _written = _watch.Elapsed;
        _changed = false;
    }

    /// <inheritdoc/>
    public override void finalize(string status)
    {
        _status = status;
        _changed = true;
        save();
        _status = null;
    }

    private void Changed()
    {
        _changed = true;
        if (_written == TimeSpan.MinValue || _watch.Elapsed - _written >= _refresh)
        {
            save();
        }
    }

    private void Flatten(string path, IEnumerable<KeyValuePair<string, object?>> values)
    {
        foreach (var (name, value) in values)
        {
            var full = path.Length == 0 ? name : $"{path}.{name}";
            switch (value)
            {
                case IEnumerable<KeyValuePair<string, object?>> nested:
                    Flatten(full, nested);
                    break;
                case IEnumerable items and not string:
                    _settings.Add((full, string.Join(", ", items.Cast<object?>().Select(Text))));
                    break;
                default:
                    _settings.Add((full, Text(value)));
                    break;
            }
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "none",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
