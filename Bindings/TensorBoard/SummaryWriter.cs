using static TorchSharp.torch;
using static TorchSharp.torch.utils.tensorboard;
using BinRule = TorchSharp.Utils.tensorboard.Enums.HistogramBinSelector;

namespace TorchSharp.Modules;

/// <summary>
/// Writes what TensorBoard shows: numbers, pictures, histograms, texts and more, each with a name and a step (Python's
/// <c>torch.utils.tensorboard.SummaryWriter</c>).
/// </summary>
/// <remarks>
/// May be used from several threads. Steps are any whole numbers; times are seconds since 1970, the present if not given. The file ends with a whole
/// event at any time: a program that is killed loses at most what was added within the last <c>flush_secs</c>.
/// </remarks>
public sealed partial class SummaryWriter : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, EventFile> files = [];
    private readonly string? suffix;
    private readonly int maxQueue;
    private readonly TimeSpan flushInterval;
    private readonly EventFile main;
    private bool disposed;

    /// <summary>Starts a file of events.</summary>
    /// <param name="log_dir">The folder; null for a new one under <c>runs</c>, named for the time, the machine and the comment.</param>
    /// <param name="comment">What a folder's name that is made up ends in.</param>
    /// <param name="purge_step">The step that a run goes on from: what older files hold from there on is not shown; null for a new run.</param>
    /// <param name="max_queue">How many events are kept before they are written; default 10.</param>
    /// <param name="flush_secs">How many seconds they are kept at most; default 120.</param>
    /// <param name="filename_suffix">What the file's name ends in; default nothing.</param>
    /// <exception cref="IOException">The folder or the file cannot be made.</exception>
    public SummaryWriter(
        string? log_dir = null, string comment = "", long? purge_step = null, int max_queue = 10, int flush_secs = 120, string? filename_suffix = null)
    {
        LogDir = log_dir ?? Path.Combine("runs", RunName(comment));
        suffix = filename_suffix;
        maxQueue = max_queue;
        flushInterval = TimeSpan.FromSeconds(flush_secs);
        main = OpenFile(LogDir);
        if (purge_step is { } step)
        {
            main.Purge(step);
        }
    }

    /// <summary>The folder of the file.</summary>
    public string LogDir { get; }

    /// <summary>The folder of the file (Python's name).</summary>
    public string log_dir => LogDir;

    /// <summary>The folder of the file (Python's name).</summary>
    public string get_logdir() => LogDir;

    /// <summary>Adds a number.</summary>
    /// <param name="tag">Its name; slashes group names.</param>
    /// <param name="scalar_value">The number.</param>
    /// <param name="global_step">The step; null for none.</param>
    /// <param name="walltime">The time.</param>
    /// <param name="new_style">Whether to write it as a tensor, as TensorFlow 2 does; default false.</param>
    public void add_scalar(string tag, double scalar_value, long? global_step = null, double? walltime = null, bool new_style = false) =>
        Add(Summary.scalar(tag, scalar_value, new_style), global_step, walltime);

    /// <summary>Adds numbers that are shown in one chart, each in a file of its own.</summary>
    /// <param name="main_tag">The chart's name.</param>
    /// <param name="tag_scalar_dict">The numbers by name.</param>
    /// <param name="global_step">The step; null for none.</param>
    /// <param name="walltime">The time.</param>
    public void add_scalars(string main_tag, IDictionary<string, float> tag_scalar_dict, long? global_step = null, double? walltime = null)
    {
        ArgumentNullException.ThrowIfNull(tag_scalar_dict);
        add_scalars(main_tag, [.. tag_scalar_dict.Select(entry => (entry.Key, entry.Value))], global_step, walltime);
    }

    /// <inheritdoc cref="add_scalars(string, IDictionary{string, float}, long?, double?)"/>
    public void add_scalars(string main_tag, IList<(string, float)> tag_scalar_dict, long? global_step = null, double? walltime = null)
    {
        ArgumentNullException.ThrowIfNull(main_tag);
        ArgumentNullException.ThrowIfNull(tag_scalar_dict);
        double time = walltime ?? EventFile.Now();
        foreach (var (tag, value) in tag_scalar_dict)
        {
            string folder = Path.Combine(LogDir, $"{main_tag.Replace('/', '_')}_{tag}");
            FileOf(folder).Add(Summary.scalar(main_tag, value), global_step, time);
        }
    }

    /// <summary>Adds how values are distributed.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="values">The values, of any shape.</param>
    /// <param name="global_step">The step; null for none.</param>
    /// <param name="bins">The rule for the buckets; default TensorBoard's own.</param>
    /// <param name="walltime">The time.</param>
    /// <param name="max_bins">The most buckets to keep; null for all.</param>
    public void add_histogram(
        string tag, Tensor values, long? global_step = null, BinRule bins = BinRule.Tensorflow, double? walltime = null,
        long? max_bins = null) => Add(Summary.histogram(tag, values, bins, max_bins), global_step, walltime);

    /// <summary>Adds a histogram that was counted elsewhere.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="min">The least value.</param>
    /// <param name="max">The greatest value.</param>
    /// <param name="num">How many values.</param>
    /// <param name="sum">Their sum.</param>
    /// <param name="sum_squares">The sum of their squares.</param>
    /// <param name="bucket_limits">The right edge of each bucket.</param>
    /// <param name="bucket_counts">How many values lie in each bucket.</param>
    /// <param name="global_step">The step; null for none.</param>
    /// <param name="walltime">The time.</param>
    /// <exception cref="ArgumentException">There are not as many counts as edges.</exception>
    public void add_histogram_raw(
        string tag, double min, double max, double num, double sum, double sum_squares, IReadOnlyList<double> bucket_limits,
        IReadOnlyList<double> bucket_counts, long? global_step = null, double? walltime = null)
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(bucket_limits);
        ArgumentNullException.ThrowIfNull(bucket_counts);
        if (bucket_limits.Count != bucket_counts.Count)
        {
            throw new ArgumentException($"there are {bucket_limits.Count} edges and {bucket_counts.Count} counts", nameof(bucket_counts));
        }

        var histogram = new Tensorboard.HistogramProto
        {
            Min = min, Max = max, Num = num, Sum = sum, SumSquares = sum_squares, BucketLimit = bucket_limits, Bucket = bucket_counts,
        };
        Add(new Tensorboard.Summary { Value = { new() { Tag = tag, Histo = histogram } } }, global_step, walltime);
    }

    /// <summary>Adds a text, shown as Markdown.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="text_string">The text.</param>
    /// <param name="global_step">The step; null for none.</param>
    /// <param name="walltime">The time.</param>
    public void add_text(string tag, string text_string, long? global_step = null, double? walltime = null) =>
        Add(Summary.text(tag, text_string), global_step, walltime);

    /// <summary>Hands everything to the operating system.</summary>
    public void flush()
    {
        EventFile[] all;
        lock (gate)
        {
            all = [main, .. files.Values];
        }

        foreach (EventFile file in all)
        {
            file.Flush();
        }
    }

    /// <summary>Writes everything to the disk and closes the files. Doing so twice is allowed.</summary>
    public void close() => Dispose();

    /// <summary>Writes everything to the disk and closes the files. Doing so twice is allowed.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            foreach (EventFile file in files.Values)
            {
                file.Dispose();
            }

            main.Dispose();
        }
    }

    private void Add(Tensorboard.Summary summary, long? step, double? walltime) => main.Add(summary, step, walltime);

    private EventFile FileOf(string folder)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (Path.GetFullPath(folder) == Path.GetFullPath(LogDir))
            {
                return main;
            }

            if (!files.TryGetValue(folder, out EventFile? file))
            {
                files[folder] = file = OpenFile(folder);
            }

            return file;
        }
    }

    private EventFile OpenFile(string folder) => new(folder, suffix, maxQueue, flushInterval);
}
