using Google.Protobuf.WellKnownTypes;

namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class tensorboard
        {
            public static partial class Summary
            {
                private const int MostThresholds = 127;
                private const double LeastCount = 1e-7;

                /// <summary>Precision and recall of a yes-or-no prediction over thresholds from 0 to 1.</summary>
                /// <param name="tag">Its name.</param>
                /// <param name="labels">What is true, 0 or 1 (or truth values).</param>
                /// <param name="predictions">The predicted probabilities, as many, from 0 to 1.</param>
                /// <param name="num_thresholds">How many thresholds, 2 to 127 (more become 127, as in Python); default 127.</param>
                /// <param name="weights">What each counts; null for one each.</param>
                public static Tensorboard.Summary pr_curve(
                    string tag, Tensor labels, Tensor predictions, int num_thresholds = MostThresholds, Tensor? weights = null)
                {
                    int thresholds = Math.Min(num_thresholds, MostThresholds);
                    float[] curve = [.. compute_curve(labels, predictions, thresholds, weights).SelectMany(row => row).Select(value => (float)value)];
                    return Of(tag, new PluginValue("pr_curves", Thresholds(thresholds), PluginValue.Numbers(curve, 6, thresholds)));
                }

                /// <summary>As <see cref="pr_curve"/>, from counts that are known already, one for each threshold.</summary>
                /// <param name="tag">Its name.</param>
                /// <param name="true_positive_counts">True positives.</param>
                /// <param name="false_positive_counts">False positives.</param>
                /// <param name="true_negative_counts">True negatives.</param>
                /// <param name="false_negative_counts">False negatives.</param>
                /// <param name="precision">Precisions.</param>
                /// <param name="recall">Recalls.</param>
                /// <param name="num_thresholds">How many thresholds; default 127.</param>
                public static Tensorboard.Summary pr_curve_raw(
                    string tag, Tensor true_positive_counts, Tensor false_positive_counts, Tensor true_negative_counts, Tensor false_negative_counts,
                    Tensor precision, Tensor recall, int num_thresholds = MostThresholds)
                {
                    float[][] rows =
                    [
                        .. new[] { true_positive_counts, false_positive_counts, true_negative_counts, false_negative_counts, precision, recall }
                            .Select(row => Array.ConvertAll(Doubles(row), value => (float)value)),
                    ];
                    if (Array.Exists(rows, row => row.Length != rows[0].Length))
                    {
                        throw new ArgumentException("the counts, precisions and recalls have one entry for each threshold", nameof(recall));
                    }

                    return Of(tag, new PluginValue("pr_curves", Thresholds(Math.Min(num_thresholds, MostThresholds)),
                        PluginValue.Numbers([.. rows.SelectMany(row => row)], 6, rows[0].Length)));
                }

                /// <summary>
                /// For each threshold: true positives, false positives, true negatives, false negatives, precision and recall.
                /// </summary>
                internal static double[][] compute_curve(Tensor labels, Tensor predictions, int num_thresholds, Tensor? weights)
                {
                    ArgumentOutOfRangeException.ThrowIfLessThan(num_thresholds, 2);
                    (double[] truth, double[] predicted) = (Doubles(labels), Doubles(predictions));
                    double[] counts = weights is null ? [.. truth.Select(_ => 1.0)] : Doubles(weights);
                    if (truth.Length != predicted.Length || counts.Length != truth.Length)
                    {
                        throw new ArgumentException(
                            $"there are {truth.Length} labels, {predicted.Length} predictions and {counts.Length} weights; they go together",
                            nameof(predictions));
                    }

                    var (tp, fp) = (new double[num_thresholds], new double[num_thresholds]);
                    for (int i = 0; i < truth.Length; i++)
                    {
                        double bucket = Math.Floor(predicted[i] * (num_thresholds - 1));
                        if (bucket >= 0 && bucket < num_thresholds)
                        {
                            tp[(int)bucket] += truth[i] * counts[i];
                            fp[(int)bucket] += (1 - truth[i]) * counts[i];
                        }
                    }

                    for (int i = num_thresholds - 2; i >= 0; i--)
                    {
                        tp[i] += tp[i + 1];
                        fp[i] += fp[i + 1];
                    }

                    double[] tn = [.. fp.Select(count => fp[0] - count)];
                    double[] fn = [.. tp.Select(count => tp[0] - count)];
                    double[] precision = [.. tp.Select((count, i) => count / Math.Max(LeastCount, count + fp[i]))];
                    double[] recall = [.. tp.Select((count, i) => count / Math.Max(LeastCount, count + fn[i]))];
                    return [tp, fp, tn, fn, precision, recall];
                }

                /// <summary>Which numbers are shown together in one chart, in charts of categories.</summary>
                /// <param name="layout">
                /// Category, then chart, then its kind ("Multiline", or "Margin" with exactly three tags: value, lower and upper edge) and the tags.
                /// </param>
                public static Tensorboard.Summary custom_scalars(
                    IReadOnlyDictionary<string, IReadOnlyDictionary<string, (string kind, IReadOnlyList<string> tags)>> layout)
                {
                    ArgumentNullException.ThrowIfNull(layout);
                    byte[] content = ProtoWriter.Write(root =>
                    {
                        foreach (var (title, charts) in layout)
                        {
                            root.Message(2, category =>
                            {
                                category.Text(1, title);
                                foreach (var (name, (kind, tags)) in charts)
                                {
                                    category.Message(2, chart => Chart(chart.Text(1, name), name, kind, tags));
                                }
                            });
                        }
                    });
                    return Of("custom_scalars__config__", new PluginValue("custom_scalars", [], PluginValue.Text(content)));
                }

                /// <summary>The three values that a table of runs with their settings is made of: experiment, start and end of a session.</summary>
                /// <param name="hparam_dict">Settings: numbers, texts and truth values; null ones are left out.</param>
                /// <param name="metric_dict">Results; their names count here.</param>
                /// <param name="hparam_domain_discrete">The values that settings can have, for those that are listed; default none.</param>
                /// <exception cref="ArgumentException">A setting is of another type, or the values listed for it are.</exception>
                public static (Tensorboard.Summary experiment, Tensorboard.Summary start, Tensorboard.Summary end) hparams(
                    IReadOnlyDictionary<string, object?> hparam_dict, IReadOnlyDictionary<string, double> metric_dict,
                    IReadOnlyDictionary<string, IReadOnlyList<object>>? hparam_domain_discrete = null)
                {
                    ArgumentNullException.ThrowIfNull(hparam_dict);
                    ArgumentNullException.ThrowIfNull(metric_dict);
                    var settings = hparam_dict.Where(entry => entry.Value is not null).Select(entry => (entry.Key, Value: Setting(entry.Key, entry.Value!)))
                        .ToList();
                    byte[] start = ProtoWriter.Write(session =>
                    {
                        foreach (var (name, value) in settings)
                        {
                            session.Message(1, entry => entry.Text(1, name).Bytes(2, Google.Protobuf.MessageExtensions.ToByteArray(value)));
                        }
                    });
                    byte[] experiment = ProtoWriter.Write(root =>
                    {
                        foreach (var (name, value) in settings)
                        {
                            var domain = hparam_domain_discrete?.GetValueOrDefault(name);
                            root.Message(4, info => Info(info, name, value, domain));
                        }

                        foreach (string metric in metric_dict.Keys)
                        {
                            root.Message(5, info => info.Message(1, name => name.Text(2, metric)));
                        }
                    });
                    const int Success = 1;
                    return (Hparams("_hparams_/experiment", 2, experiment), Hparams("_hparams_/session_start_info", 3, start),
                        Hparams("_hparams_/session_end_info", 4, ProtoWriter.Write(end => end.Integer(1, Success))));
                }

                private static Tensorboard.Summary Hparams(string tag, int field, byte[] content) =>
                    Of(tag, new PluginValue("hparams", ProtoWriter.Write(data => data.Bytes(field, content)), null));

                private static void Info(ProtoWriter info, string name, Value value, IReadOnlyList<object>? domain)
                {
                    int type = value.KindCase switch { Value.KindOneofCase.StringValue => 1, Value.KindOneofCase.BoolValue => 2, _ => 3 };
                    info.Text(1, name).Integer(4, type);
                    if (domain is not null)
                    {
                        Value[] values = [.. domain.Select(item => Setting(name, item))];
                        if (Array.Exists(values, item => item.KindCase != value.KindCase))
                        {
                            throw new ArgumentException($"the values listed for the setting '{name}' are not all of its type", nameof(domain));
                        }

                        info.Bytes(5, Google.Protobuf.MessageExtensions.ToByteArray(Value.ForList(values).ListValue));
                    }
                }

                private static Value Setting(string name, object value) => value switch
                {
                    string text => Value.ForString(text),
                    bool truth => Value.ForBool(truth),
                    Scalar number => Value.ForNumber(number.ToDouble()),
                    Tensor tensor when tensor.numel() == 1 => Value.ForNumber(tensor.detach().cpu().to_type(ScalarType.Float64).item<double>()),
                    sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal =>
                        Value.ForNumber(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)),
                    _ => throw new ArgumentException(
                        $"the setting '{name}' is a {value.GetType()}; settings are numbers, texts, truth values and tensors of one element", nameof(value)),
                };

                private static void Chart(ProtoWriter chart, string name, string kind, IReadOnlyList<string> tags)
                {
                    switch (kind)
                    {
                        case "Multiline":
                            chart.Message(2, content =>
                            {
                                foreach (string tag in tags)
                                {
                                    content.Text(1, tag);
                                }
                            });
                            break;
                        case "Margin" when tags.Count == 3:
                            chart.Message(3, content => content.Message(1, series => series.Text(1, tags[0]).Text(2, tags[1]).Text(3, tags[2])));
                            break;
                        default:
                            throw new ArgumentException(
                                $"the chart '{name}' is of kind '{kind}' with {tags.Count} tags; there are Multiline, and Margin with three tags", nameof(kind));
                    }
                }

                private static byte[] Thresholds(int count) => ProtoWriter.Write(data => data.Integer(2, count));

                private static double[] Doubles(Tensor values)
                {
                    ArgumentNullException.ThrowIfNull(values);
                    using DisposeScope scope = NewDisposeScope();
                    using IDisposable mode = no_grad();
                    return values.detach().cpu().to_type(ScalarType.Float64).reshape(-1).data<double>().ToArray();
                }
            }
        }
    }
}
