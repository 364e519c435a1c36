using System.Globalization;

namespace Lightning.Metrics;

/// <summary>
/// Mean average precision and recall of boxes, as the COCO challenge evaluates them (Lin et al. 2014). Python: <c>torchmetrics.detection.MeanAveragePrecision</c>.
/// </summary>
/// <remarks>
/// <c>update(preds, target)</c> takes a dictionary for each picture, what torchvision's detectors give and are given: preds with "boxes" (N, 4), "scores" (N) and
/// "labels" (N); target with "boxes", "labels" and, where wanted, "iscrowd" (default 0) and "area" (default that of the box).
/// <para>
/// The value has, under names: "map" (over all thresholds), "map_50", "map_75", "map_small", "map_medium", "map_large" (areas to 32², to 96², above), "mar_1", "mar_10",
/// "mar_100" (at most so many boxes of a picture and class), "mar_small", "mar_medium", "mar_large", "map_per_class", "mar_100_per_class" and "classes". -1 stands
/// where there is nothing to find. Boxes are kept, in double precision, and evaluated on the host.
/// </para>
/// </remarks>
public sealed class MeanAveragePrecision : Metric<IReadOnlyList<IReadOnlyDictionary<string, Tensor>>, IReadOnlyList<IReadOnlyDictionary<string, Tensor>>, Dictionary<string, Tensor>>
{
    private static readonly string[] Formats = ["xyxy", "xywh", "cxcywh"];
    private readonly string _format;
    private readonly double[] _overlaps;
    private readonly double[] _recalls;
    private readonly int[] _boxes;
    private readonly bool _perClass;
    private readonly bool _extended;

    /// <summary>Makes the metric.</summary>
    /// <param name="box_format">"xyxy" (corners, the default), "xywh" (left, top, width, height) or "cxcywh" (centre, width, height).</param>
    /// <param name="iou_type">What is compared: "bbox".</param>
    /// <param name="iou_thresholds">Overlaps from which on a box is right. Default 0.5, 0.55 and so on to 0.95.</param>
    /// <param name="rec_thresholds">Levels of recall at which precision is taken, ascending. Default 0, 0.01 and so on to 1.</param>
    /// <param name="max_detection_thresholds">How many boxes of each picture and class count. Default 1, 10 and 100; precision goes by the largest.</param>
    /// <param name="class_metrics">Whether classes have values of their own. Default false: -1.</param>
    /// <param name="extended_summary">
    /// Whether the value has "precision" and "scores" (thresholds, levels of recall, classes, areas, numbers of boxes) and "recall" (the same without levels) too. Default false.
    /// </param>
    /// <exception cref="ArgumentException">The format or the type is unknown, or thresholds are none, out of range or not ascending.</exception>
    public MeanAveragePrecision(
        string box_format = "xyxy",
        string iou_type = "bbox",
        double[]? iou_thresholds = null,
        double[]? rec_thresholds = null,
        int[]? max_detection_thresholds = null,
        bool class_metrics = false,
        bool extended_summary = false)
        : base(nameof(MeanAveragePrecision))
    {
        _format = Formats.Contains(box_format)
            ? box_format
            : throw new ArgumentException($"box_format \"{box_format}\" is unknown; use \"xyxy\", \"xywh\" or \"cxcywh\".", nameof(box_format));
        if (iou_type != "bbox")
        {
            throw new ArgumentException($"iou_type \"{iou_type}\" is unknown; boxes are compared (\"bbox\").", nameof(iou_type));
        }

        _overlaps = Shares(iou_thresholds, nameof(iou_thresholds)) ?? Evenly(0.5, 0.95, 10);
        _recalls = Shares(rec_thresholds, nameof(rec_thresholds)) ?? Evenly(0, 1, 101);
        _boxes = max_detection_thresholds is null ? [1, 10, 100] : [.. max_detection_thresholds.Order()];
        if (_boxes.Length == 0 || _boxes[0] < 1 || _boxes.Distinct().Count() < _boxes.Length)
        {
            throw new ArgumentException("max_detection_thresholds are numbers of boxes, each at least 1 and there once.", nameof(max_detection_thresholds));
        }

        (_perClass, _extended) = (class_metrics, extended_summary);
        foreach (var side in (string[])["detection", "groundtruth"])
        {
            add_list_state($"{side}_boxes");
            add_list_state($"{side}_labels");
            add_list_state($"{side}_counts");
        }

        add_list_state("detection_scores");
        add_list_state("groundtruth_crowds");
        add_list_state("groundtruth_area");
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => true;

    /// <inheritdoc/>
    protected override void Update(IReadOnlyList<IReadOnlyDictionary<string, Tensor>> preds, IReadOnlyList<IReadOnlyDictionary<string, Tensor>> target)
    {
        DetectionInput.SameCount(preds, target);
        var parts = new Dictionary<string, List<Tensor>>();
        void Take(string state, Tensor part)
        {
            if (!parts.TryGetValue(state, out var known))
            {
                parts.Add(state, known = []);
            }

            known.Add(part);
        }

        for (var i = 0; i < preds.Count; i++)
        {
            var (found, truth) = (new DetectionInput(preds[i], nameof(preds), i, device), new DetectionInput(target[i], nameof(target), i, device));
            var (boxes, objects) = (found.Boxes(_format), truth.Boxes(_format));
            Take("detection_boxes", boxes);
            Take("detection_scores", found.Scores(boxes.size(0)));
            Take("detection_labels", found.Labels(boxes.size(0)));
            Take("detection_counts", torch.full([1], boxes.size(0), dtype: ScalarType.Int64, device: device));
            Take("groundtruth_boxes", objects);
            Take("groundtruth_labels", truth.Labels(objects.size(0)));
            Take("groundtruth_crowds", truth.Crowds(objects.size(0)));
            Take("groundtruth_area", truth.Areas(objects));
            Take("groundtruth_counts", torch.full([1], objects.size(0), dtype: ScalarType.Int64, device: device));
        }

        // Only what was checked whole is kept.
        foreach (var (state, tensors) in parts)
        {
            Append(state, torch.cat(tensors, 0));
        }
    }

    /// <inheritdoc/>
    protected override Dictionary<string, Tensor> Compute()
    {
        var (classes, pictures) = Pictures();
        var all = new CocoEvaluation(pictures, _overlaps, _recalls, _boxes);
        var most = _boxes.Length - 1;
        var result = new Dictionary<string, Tensor>
        {
            ["map"] = Value(all.MeanPrecision(0)),
            ["map_50"] = Value(At(0.5)),
            ["map_75"] = Value(At(0.75)),
            ["map_small"] = Value(all.MeanPrecision(1)),
            ["map_medium"] = Value(all.MeanPrecision(2)),
            ["map_large"] = Value(all.MeanPrecision(3)),
        };
        for (var m = 0; m <= most; m++)
        {
            result[string.Create(CultureInfo.InvariantCulture, $"mar_{_boxes[m]}")] = Value(all.MeanRecall(0, m));
        }

        result["mar_small"] = Value(all.MeanRecall(1, most));
        result["mar_medium"] = Value(all.MeanRecall(2, most));
        result["mar_large"] = Value(all.MeanRecall(3, most));
        result["map_per_class"] = EachOr(k => all.MeanPrecision(0, only: k));
        result[string.Create(CultureInfo.InvariantCulture, $"mar_{_boxes[most]}_per_class")] = EachOr(k => all.MeanRecall(0, most, only: k));
        result["classes"] = torch.tensor(classes, dtype: ScalarType.Int64).to(device);
        if (_extended)
        {
            result["precision"] = Values(all.Precision, all.PrecisionShape);
            result["recall"] = Values(all.Recall, all.RecallShape);
            result["scores"] = Values(all.Scores, all.PrecisionShape);
        }

        return result;

        double At(double overlap) => Array.FindIndex(_overlaps, own => Math.Abs(own - overlap) < 1e-9) is >= 0 and var t ? all.MeanPrecision(0, overlap: t) : -1;

        Tensor EachOr(Func<int, double> value) =>
            _perClass ? Values([.. Enumerable.Range(0, classes.Length).Select(value)], [classes.Length]) : Value(-1);
    }

    private static double[]? Shares(double[]? values, string name) => values is null || (values.Length > 0 && values.All(value => value is >= 0 and <= 1))
        ? values?.Order().ToArray()
        : throw new ArgumentException($"{name} are numbers from 0 to 1, at least one of them.", name);

    // COCO's own thresholds to the last bit, which decide where an overlap or a recall lies on one of them.
    private static double[] Evenly(double first, double last, int count)
    {
        var step = (last - first) / (count - 1);
        return [.. Enumerable.Range(0, count).Select(i => i == count - 1 ? last : (i * step) + first)];
    }

    private Tensor Value(double value) => Values([value], []);

    private Tensor Values(double[] values, long[] shape) => torch.tensor(values, dtype: ScalarType.Float64).to(compute_dtype).reshape(shape).to(device);

    private (long[] Classes, List<DetectionPicture>[] Pictures) Pictures()
    {
        var (found, truth) = (Read<double>("detection_boxes", ScalarType.Float64), Read<double>("groundtruth_boxes", ScalarType.Float64));
        var (foundLabels, truthLabels) = (Read<long>("detection_labels", ScalarType.Int64), Read<long>("groundtruth_labels", ScalarType.Int64));
        var (foundCounts, truthCounts) = (Read<long>("detection_counts", ScalarType.Int64), Read<long>("groundtruth_counts", ScalarType.Int64));
        var scores = Read<double>("detection_scores", ScalarType.Float64);
        var (crowds, areas) = (Read<long>("groundtruth_crowds", ScalarType.Int64), Read<double>("groundtruth_area", ScalarType.Float64));
        long[] classes = [.. foundLabels.Concat(truthLabels).Distinct().Order()];
        var byClass = classes.ToDictionary(label => label, _ => new List<DetectionPicture>());
        var (foundStart, truthStart) = (0, 0);
        for (var i = 0; i < foundCounts.Length; i++)
        {
            var ranked = Enumerable.Range(foundStart, (int)foundCounts[i]).OrderByDescending(d => scores[d]).ToLookup(d => foundLabels[d]);
            var objects = Enumerable.Range(truthStart, (int)truthCounts[i]).ToLookup(g => truthLabels[g]);
            foreach (var label in ranked.Select(group => group.Key).Union(objects.Select(group => group.Key)))
            {
                int[] boxes = [.. ranked[label].Take(_boxes[^1])];
                int[] own = [.. objects[label]];
                byClass[label].Add(new(
                    [.. boxes.SelectMany(d => found[(4 * d)..((4 * d) + 4)])],
                    Array.ConvertAll(boxes, d => scores[d]),
                    [.. own.SelectMany(g => truth[(4 * g)..((4 * g) + 4)])],
                    Array.ConvertAll(own, g => crowds[g] != 0),
                    Array.ConvertAll(own, g => areas[g])));
            }

            foundStart += (int)foundCounts[i];
            truthStart += (int)truthCounts[i];
        }

        return (classes, Array.ConvertAll(classes, label => byClass[label]));
    }

    private T[] Read<T>(string state, ScalarType type)
        where T : unmanaged => Concatenated(state)?.to(torch.CPU).to(type).contiguous().data<T>().ToArray() ?? [];
}
