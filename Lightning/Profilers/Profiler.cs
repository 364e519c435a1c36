using System.Globalization;

namespace Lightning;

/// <summary>
/// Measures what the Trainer does, action by action: hooks of callbacks (<c>[Callback]EarlyStopping.on_validation_end</c>) and of the module
/// (<c>[LightningModule]Net.on_train_epoch_end</c>), the steps (<c>[Strategy]SingleDeviceStrategy.training_step</c>), <c>run_training_epoch</c>,
/// <c>run_training_batch</c>, fetching batches, and whatever the user's code names. A name converts: "simple", "advanced" or "pytorch".
/// </summary>
/// <remarks>Python: <c>lightning.pytorch.profilers.Profiler</c>. A Trainer without a profiler measures nothing and spends nothing on it.</remarks>
public abstract class Profiler
{
    private string? _stage;
    private string? _logFolder;
    private int _rank;

    /// <summary>Makes the profiler.</summary>
    /// <param name="dirpath">The folder for what it writes; null takes the Trainer's log folder.</param>
    /// <param name="filename">What its files are named for, without extension; null prints the summary instead of writing it.</param>
    protected Profiler(string? dirpath = null, string? filename = null)
    {
        this.dirpath = dirpath;
        this.filename = filename;
    }

    /// <summary>The folder for what it writes, or null for the Trainer's log folder.</summary>
    public string? dirpath { get; }

    /// <summary>What its files are named for, or null when the summary is printed.</summary>
    public string? filename { get; }

    /// <summary>Begins an action.</summary>
    /// <exception cref="InvalidOperationException">The action is under way already.</exception>
    public abstract void start(string action_name);

    /// <summary>Ends an action.</summary>
    /// <exception cref="InvalidOperationException">The action is not under way.</exception>
    public abstract void stop(string action_name);

    /// <summary>What was measured, as text; "" when there is nothing to say.</summary>
    public abstract string summary();

    /// <summary>Measures an action until the result is disposed.</summary>
    public ProfilerSpan profile(string action_name)
    {
        start(action_name);
        return new ProfilerSpan(this, action_name);
    }

    /// <summary>Called at the beginning of a run, in every process.</summary>
    /// <param name="stage">"fit", "validate", "test" or "predict".</param>
    /// <param name="local_rank">The rank of this process on its machine.</param>
    /// <param name="log_dir">The Trainer's log folder.</param>
    public virtual void setup(string stage, int local_rank = 0, string? log_dir = null)
    {
        _stage = stage;
        _rank = local_rank;
        _logFolder = log_dir;
    }

    /// <summary>Called at the end of a run, also when it failed.</summary>
    public virtual void teardown(string stage)
    {
    }

    /// <summary>Writes the summary into <see cref="filename"/>'s file, or prints it on the first rank.</summary>
    public virtual void describe()
    {
        var text = summary();
        if (text.Length == 0)
        {
            return;
        }

        if (filename is not null)
        {
            WholeFile.Write(PathOf(".txt"), text);
        }
        else if (_rank == 0)
        {
            L.rank_zero_info(text);
        }
    }

    /// <summary>Finds a profiler by its name.</summary>
    /// <exception cref="MisconfigurationException">The name is unknown.</exception>
    public static implicit operator Profiler(string name) => name switch
    {
        "simple" => new SimpleProfiler(),
        "advanced" => new AdvancedProfiler(),
        "pytorch" => new PyTorchProfiler(),
        _ => throw new MisconfigurationException($"profiler: \"{name}\" is unknown; use \"simple\", \"advanced\", \"pytorch\", or a Profiler."),
    };

    /// <summary>The folder for what is written; it is there afterwards.</summary>
    private protected string Folder
    {
        get
        {
            var folder = Path.GetFullPath(dirpath ?? _logFolder ?? Environment.CurrentDirectory);
            Directory.CreateDirectory(folder);
            return folder;
        }
    }

    /// <summary>The name of a file of this process, without extension: stage, name and rank.</summary>
    private protected string FileStem =>
        string.Join('-', new[] { _stage, filename, _rank.ToString(CultureInfo.InvariantCulture) }.Where(part => !string.IsNullOrEmpty(part)));

    private protected string PathOf(string extension) => Path.Combine(Folder, FileStem + extension);

    private protected static InvalidOperationException AlreadyStarted(string action) =>
        new($"The action \"{action}\" was started and is under way already. Stop it first, or give the inner one a name of its own.");

    private protected static InvalidOperationException NotStarted(string action) => new($"The action \"{action}\" was stopped and is not under way.");
}
