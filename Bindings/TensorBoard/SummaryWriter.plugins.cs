using System.Globalization;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.tensorboard;

namespace TorchSharp.Modules;

/// <summary>Curves of precision and recall, tables of settings, and charts of several numbers.</summary>
public sealed partial class SummaryWriter
{
    /// <summary>Adds precision and recall of a yes-or-no prediction over thresholds from 0 to 1.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="labels">What is true, 0 or 1 (or truth values).</param>
    /// <param name="predictions">The predicted probabilities, as many, from 0 to 1.</param>
    /// <param name="global_step">The step; null for none.</param>
    /// <param name="num_thresholds">How many thresholds, 2 to 127 (more become 127, as in Python); default 127.</param>
    /// <param name="weights">What each counts; null for one each.</param>
    /// <param name="walltime">The time.</param>
    public void add_pr_curve(
        string tag, Tensor labels, Tensor predictions, long? global_step = null, int num_thresholds = 127, Tensor? weights = null,
        double? walltime = null) => Add(Summary.pr_curve(tag, labels, predictions, num_thresholds, weights), global_step, walltime);

    /// <summary>Adds a curve from counts that are known already, one for each threshold.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="true_positive_counts">True positives.</param>
    /// <param name="false_positive_counts">False positives.</param>
    /// <param name="true_negative_counts">True negatives.</param>
    /// <param name="false_negative_counts">False negatives.</param>
    /// <param name="precision">Precisions.</param>
    /// <param name="recall">Recalls.</param>
    /// <param name="global_step">The step; null for none.</param>
    /// <param name="num_thresholds">How many thresholds; default 127.</param>
    /// <param name="walltime">The time.</param>
    public void add_pr_curve_raw(
        string tag, Tensor true_positive_counts, Tensor false_positive_counts, Tensor true_negative_counts, Tensor false_negative_counts,
        Tensor precision, Tensor recall, long? global_step = null, int num_thresholds = 127, double? walltime = null) =>
        Add(
            Summary.pr_curve_raw(tag, true_positive_counts, false_positive_counts, true_negative_counts, false_negative_counts, precision, recall,
                num_thresholds),
            global_step, walltime);

    /// <summary>Adds a run's settings and results to the table of runs, in a folder of its own within this one.</summary>
    /// <param name="hparam_dict">Settings: numbers, texts and truth values; null ones are left out.</param>
    /// <param name="metric_dict">Results.</param>
    /// <param name="hparam_domain_discrete">The values that settings can have, for those that are listed; default none.</param>
    /// <param name="run_name">The folder; null for the time, empty for none: the writer's own file.</param>
    /// <param name="global_step">The step of the results; null for none.</param>
    public void add_hparams(
        IReadOnlyDictionary<string, object?> hparam_dict, IReadOnlyDictionary<string, double> metric_dict,
        IReadOnlyDictionary<string, IReadOnlyList<object>>? hparam_domain_discrete = null, string? run_name = null, long? global_step = null)
    {
        var (experiment, start, end) = Summary.hparams(hparam_dict, metric_dict, hparam_domain_discrete);
        string name = run_name ?? EventFile.Now().ToString("R", CultureInfo.InvariantCulture);
        EventFile file = FileOf(Path.Combine(LogDir, name));
        file.Add(experiment, null, null);
        file.Add(start, null, null);
        file.Add(end, null, null);
        foreach (var (metric, value) in metric_dict)
        {
            file.Add(Summary.scalar(metric, value), global_step, null);
        }
    }

    /// <summary>Says which numbers are shown together in one chart; once for a writer is enough.</summary>
    /// <param name="layout">
    /// Category, then chart, then its kind ("Multiline", or "Margin" with exactly three tags: value, lower and upper edge) and the tags.
    /// </param>
    public void add_custom_scalars(IReadOnlyDictionary<string, IReadOnlyDictionary<string, (string kind, IReadOnlyList<string> tags)>> layout) =>
        Add(Summary.custom_scalars(layout), null, null);

    /// <summary>Says which numbers are shown together in one chart.</summary>
    /// <param name="tags">Their names.</param>
    /// <param name="category">The category; default "default".</param>
    /// <param name="title">The chart; default "untitled".</param>
    public void add_custom_scalars_multilinechart(IReadOnlyList<string> tags, string category = "default", string title = "untitled") =>
        add_custom_scalars(Layout(category, title, "Multiline", tags));

    /// <summary>Says that a number is shown with a margin around it.</summary>
    /// <param name="tags">Exactly three names: of the number, its lower and its upper edge.</param>
    /// <param name="category">The category; default "default".</param>
    /// <param name="title">The chart; default "untitled".</param>
    public void add_custom_scalars_marginchart(IReadOnlyList<string> tags, string category = "default", string title = "untitled") =>
        add_custom_scalars(Layout(category, title, "Margin", tags));

    private static Dictionary<string, IReadOnlyDictionary<string, (string kind, IReadOnlyList<string> tags)>> Layout(
        string category, string title, string kind, IReadOnlyList<string> tags) =>
        new() { [category] = new Dictionary<string, (string kind, IReadOnlyList<string> tags)> { [title] = (kind, tags) } };
}
