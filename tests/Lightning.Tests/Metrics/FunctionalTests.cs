using Lightning.Metrics;
using F = Lightning.Metrics.functional;

namespace Lightning.Tests.Metrics;

/// <summary>Functions give what the classes give over one batch, with every argument in its place.</summary>
public sealed class FunctionalTests
{
    private static readonly Generator Random = new(8, torch.CPU);
    private static readonly Tensor Scores = torch.rand([40, 3], generator: Random);
    private static readonly Tensor Classes = torch.randint(0, 3, [40], generator: Random);
    private static readonly Tensor Marks = torch.randint(0, 2, [40, 3], generator: Random);
    private static readonly Tensor Others = torch.rand([40, 3], generator: Random);
    private static readonly Tensor Pictures = torch.rand([2, 1, 16, 16], generator: Random);
    private static readonly Tensor Copies = torch.rand([2, 1, 16, 16], generator: Random);

    private static readonly Dictionary<string, (Func<Tensor> Function, Metric<Tensor, Tensor, Tensor> Class, Tensor Preds, Tensor Target)> Cases = new()
    {
        ["accuracy"] = (() => F.accuracy(Scores, Classes, "multiclass", num_classes: 3, top_k: 2), new Accuracy("multiclass", num_classes: 3, top_k: 2), Scores, Classes),
        ["precision"] = (
            () => F.precision(Scores, Marks, "multilabel", 0.3, num_labels: 3, average: "none"),
            new Lightning.Metrics.Precision("multilabel", 0.3, num_labels: 3, average: "none"), Scores, Marks),
        ["recall"] = (() => F.recall(Scores, Classes, "multiclass", num_classes: 3, average: "macro"), new Recall("multiclass", num_classes: 3, average: "macro"), Scores, Classes),
        ["specificity"] = (
            () => F.specificity(Scores, Classes, "multiclass", num_classes: 3, ignore_index: 1), new Specificity("multiclass", num_classes: 3, ignore_index: 1), Scores, Classes),
        ["f1_score"] = (
            () => F.f1_score(Scores, Marks, "multilabel", num_labels: 3, average: "weighted"), new F1Score("multilabel", num_labels: 3, average: "weighted"), Scores, Marks),
        ["fbeta_score"] = (
            () => F.fbeta_score(Scores, Classes, "multiclass", 2, num_classes: 3, average: "macro"), new FBetaScore("multiclass", 2, num_classes: 3, average: "macro"), Scores, Classes),
        ["confusion_matrix"] = (
            () => F.confusion_matrix(Scores, Classes, "multiclass", num_classes: 3, normalize: "true"), new ConfusionMatrix("multiclass", num_classes: 3, normalize: "true"), Scores, Classes),
        ["cohen_kappa"] = (
            () => F.cohen_kappa(Scores, Classes, "multiclass", num_classes: 3, weights: "linear"), new CohenKappa("multiclass", num_classes: 3, weights: "linear"), Scores, Classes),
        ["auroc"] = (
            () => F.auroc(Scores, Classes, "multiclass", 5, 3, average: "none"), new AUROC("multiclass", 5, 3, average: "none"), Scores, Classes),
        ["calibration_error"] = (
            () => F.calibration_error(Scores, Classes, "multiclass", 7, "l2", 3), new CalibrationError("multiclass", 7, "l2", 3), Scores, Classes),
        ["mean_squared_error"] = (() => F.mean_squared_error(Scores, Others, squared: false, num_outputs: 3), new MeanSquaredError(false, 3), Scores, Others),
        ["r2_score"] = (() => F.r2_score(Scores, Others, 2, "raw_values"), new R2Score(3, 2, "raw_values"), Scores, Others),
        ["pearson_corrcoef"] = (() => F.pearson_corrcoef(Scores, Others), new PearsonCorrCoef(3), Scores, Others),
        ["kl_divergence"] = (() => F.kl_divergence(Scores, Others, reduction: "none"), new KLDivergence(reduction: "none"), Scores, Others),
        ["structural_similarity_index_measure"] = (
            () => F.structural_similarity_index_measure(Pictures, Copies, 1, false, kernel_size: 5, k2: 0.1),
            new StructuralSimilarityIndexMeasure(1, false, kernel_size: 5, k2: 0.1), Pictures, Copies),
    };

    public static TheoryData<string> Names() => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_gives_what_its_class_gives(string name)
    {
        var (function, metric, preds, target) = Cases[name];
        metric.update(preds, target);
        using var expected = metric.compute();
        using var value = function();

        Assert.Equal(expected.shape.ToArray(), value.shape.ToArray());
        Assert.Equal(expected.flatten().data<float>().ToArray(), value.flatten().data<float>().ToArray());
    }

    [Fact]
    public void Texts_and_curves_too()
    {
        Assert.Equal(0.5f, F.word_error_rate(["a b"], ["a c"]).item<float>());
        Assert.Equal(1f, F.bleu_score(["a b c d"], [["a b c d"]]).item<float>(), 1e-6f);
        Assert.Equal(1f, F.rouge_score(["a b"], [["a b"]])["rouge1"].fmeasure.item<float>(), 1e-6f);
        Assert.Equal(3, F.roc(Scores, Classes, "multiclass", num_classes: 3).Count());
    }
}
