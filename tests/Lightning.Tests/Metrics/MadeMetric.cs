using System.Text.Json;
using Lightning.Metrics;

namespace Lightning.Tests.Metrics;

/// <summary>A metric made as a golden case says, whatever its arguments and value are.</summary>
internal sealed record MadeMetric(Metric Metric)
{
    internal static MadeMetric From(JsonElement entry)
    {
        var a = new Arguments(entry.GetProperty("arguments"));
        var task = a.Text("task") ?? "";
        var (threshold, classes, labels) = (a.Number("threshold") ?? 0.5, a.Whole("num_classes"), a.Whole("num_labels"));
        var (ignored, top) = (a.Whole("ignore_index"), a.Whole("top_k") ?? 1);
        var (average, dimensions) = (a.Text("average"), a.Text("multidim_average") ?? "global");
        var outputs = a.Whole("num_outputs") ?? 1;
        return entry.GetProperty("metric").GetString() switch
        {
            "Accuracy" => new(new Accuracy(task, threshold, classes, labels, average ?? "micro", dimensions, top, ignored)),
            "Precision" => new(new Lightning.Metrics.Precision(task, threshold, classes, labels, average ?? "micro", dimensions, top, ignored)),
            "Recall" => new(new Recall(task, threshold, classes, labels, average ?? "micro", dimensions, top, ignored)),
            "Specificity" => new(new Specificity(task, threshold, classes, labels, average ?? "micro", dimensions, top, ignored)),
            "F1Score" => new(new F1Score(task, threshold, classes, labels, average ?? "micro", dimensions, top, ignored)),
            "Dice" => new(new Dice(task, threshold, classes, labels, average ?? "micro", dimensions, top, ignored)),
            "JaccardIndex" => new(new JaccardIndex(task, threshold, classes, labels, average ?? "macro", dimensions, top, ignored)),
            "FBetaScore" => new(new FBetaScore(task, a.Number("beta")!.Value, threshold, classes, labels, average ?? "micro", dimensions, top, ignored)),
            "ConfusionMatrix" => new(new ConfusionMatrix(task, threshold, classes, labels, a.Text("normalize"), ignored)),
            "MatthewsCorrCoef" => new(new MatthewsCorrCoef(task, threshold, classes, labels, ignored)),
            "CohenKappa" => new(new CohenKappa(task, threshold, classes, a.Text("weights"), ignored)),
            "ROC" => new(new ROC(task, null, classes, labels, ignored)),
            "PrecisionRecallCurve" => new(new PrecisionRecallCurve(task, null, classes, labels, ignored)),
            "AUROC" => new(new AUROC(task, null, classes, labels, average ?? "macro", a.Number("max_fpr"), ignored)),
            "AveragePrecision" => new(new AveragePrecision(task, null, classes, labels, average ?? "macro", ignored)),
            "CalibrationError" => new(new CalibrationError(task, a.Whole("n_bins")!.Value, a.Text("norm")!, classes, ignored)),
            "MeanSquaredError" => new(new MeanSquaredError(a.Flag("squared") ?? true, outputs)),
            "MeanAbsoluteError" => new(new MeanAbsoluteError(outputs)),
            "MeanAbsolutePercentageError" => new(new MeanAbsolutePercentageError()),
            "R2Score" => new(new R2Score(outputs, a.Whole("adjusted") ?? 0, a.Text("multioutput") ?? "uniform_average")),
            "PearsonCorrCoef" => new(new PearsonCorrCoef(outputs)),
            "SpearmanCorrCoef" => new(new SpearmanCorrCoef(outputs)),
            "CosineSimilarity" => new(new CosineSimilarity(a.Text("reduction"))),
            "KLDivergence" => new(new KLDivergence(a.Flag("log_prob") ?? false, a.Text("reduction") ?? "mean")),
            "Perplexity" => new(new Perplexity(ignored)),
            "PeakSignalNoiseRatio" => new(new PeakSignalNoiseRatio(a.Number("data_range"))),
            "StructuralSimilarityIndexMeasure" => new(new StructuralSimilarityIndexMeasure(
                1, a.Flag("gaussian_kernel") ?? true, kernel_size: a.Whole("kernel_size") ?? 11, reduction: a.Text("reduction") ?? "elementwise_mean")),
            "FrechetInceptionDistance" => new(new FrechetInceptionDistance(5)),
            var name => throw new InvalidDataException($"no metric {name}"),
        };
    }

    internal MadeMetric Over(Metric other) => this with { Metric = other };

    internal void Update(Tensor preds, Tensor target) => Feed(preds, target, forward: false);

    internal void Forward(Tensor preds, Tensor target) => Feed(preds, target, forward: true);

    internal Tensor[] Compute() => Metric switch
    {
        Metric<CurveSet<RocCurve>> roc => [.. roc.compute().SelectMany(curve => curve.Tensors)],
        Metric<CurveSet<PrecisionRecallPoints>> curve => [.. curve.compute().SelectMany(points => points.Tensors)],
        Metric<Tensor> metric => [metric.compute()],
        _ => throw new InvalidDataException(Metric.GetType().Name),
    };

    private void Feed(Tensor preds, Tensor target, bool forward)
    {
        switch (Metric)
        {
            case FrechetInceptionDistance fid:
                fid.update(preds, true);
                fid.update(target, false);
                break;
            case Metric<Tensor, Tensor, Tensor> metric when forward:
                metric.forward(preds, target);
                break;
            case Metric<Tensor, Tensor, Tensor> metric:
                metric.update(preds, target);
                break;
            case CurveMetric<CurveSet<RocCurve>> roc:
                roc.update(preds, target);
                break;
            case CurveMetric<CurveSet<PrecisionRecallPoints>> curve:
                curve.update(preds, target);
                break;
        }
    }

    private sealed class Arguments(JsonElement values)
    {
        internal string? Text(string name) => values.TryGetProperty(name, out var value) ? value.GetString() : null;

        internal double? Number(string name) => values.TryGetProperty(name, out var value) ? value.GetDouble() : null;

        internal int? Whole(string name) => values.TryGetProperty(name, out var value) ? value.GetInt32() : null;

        internal bool? Flag(string name) => values.TryGetProperty(name, out var value) ? value.GetBoolean() : null;
    }
}
