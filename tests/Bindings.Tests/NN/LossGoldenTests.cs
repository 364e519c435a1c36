using Bindings.Tests.NN.Golden;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace Bindings.Tests.NN;

public class LossGoldenTests
{
    private static readonly GoldenFile File = new("losses.json", new()
    {
        ["cross_entropy_none"] = () => CrossEntropyLoss(reduction: Reduction.None),
        ["cross_entropy_mean"] = () => CrossEntropyLoss(),
        ["cross_entropy_sum"] = () => CrossEntropyLoss(reduction: Reduction.Sum),
        ["mse_none"] = () => MSELoss(Reduction.None),
        ["mse_mean"] = () => MSELoss(),
        ["mse_sum"] = () => MSELoss(Reduction.Sum),
        ["cross_entropy_weight"] = () => Subject.Of((x, t, w) => CrossEntropyLoss(w).call(x, t)),
        ["cross_entropy_ignore"] = () => CrossEntropyLoss(ignore_index: 4),
        ["cross_entropy_smoothing"] = () => Subject.Of((x, t, w) => cross_entropy(x, t, w, label_smoothing: 0.2)),
        ["cross_entropy_probabilities"] = () => CrossEntropyLoss(label_smoothing: 0.1),
        ["cross_entropy_dense"] = () => CrossEntropyLoss(),
        ["cross_entropy_vector"] = () => CrossEntropyLoss(),
        ["cross_entropy_empty"] = () => CrossEntropyLoss(reduction: Reduction.Sum),
        ["nll"] = () => NLLLoss(ignore_index: 0),
        ["nll_dense_weight"] = () => Subject.Of((x, t, w) => nll_loss(x, t, w, Reduction.Sum)),
        ["l1"] = () => L1Loss(),
        ["l1_broadcast"] = () => L1Loss(),
        ["smooth_l1"] = () => SmoothL1Loss(beta: 0.7),
        ["smooth_l1_zero"] = () => SmoothL1Loss(Reduction.Sum, 0),
        ["huber"] = () => HuberLoss(0.6),
        ["bce"] = () => Subject.Of((x, t, w) => BCELoss(w).call(x, t)),
        ["bce_logits"] = () => Subject.Of((x, t, w, p) => BCEWithLogitsLoss(w, pos_weights: p).call(x, t)),
        ["bce_logits_none"] = () => BCEWithLogitsLoss(reduction: Reduction.None),
        ["kl_div"] = () => KLDivLoss(log_target: false, Reduction.Sum),
        ["kl_div_log"] = () => KLDivLoss(log_target: true, Reduction.Sum),
        ["poisson_nll"] = () => PoissonNLLLoss(full: true),
        ["poisson_nll_rate"] = () => PoissonNLLLoss(log_input: false, reduction: Reduction.Sum),
        ["gaussian_nll"] = () => Subject.Of((x, t, v) => gaussian_nll_loss(x, t, v, full: true)),
        ["gaussian_nll_shared"] = () => Subject.Of((x, t, v) => gaussian_nll_loss(x, t, v, reduction: Reduction.None)),
        ["soft_margin"] = () => SoftMarginLoss(),
        ["multilabel_margin"] = () => MultiLabelMarginLoss(),
        ["multilabel_soft_margin"] = () => Subject.Of((x, t, w) => MultiLabelSoftMarginLoss(w).call(x, t)),
        ["multi_margin"] = () => MultiMarginLoss(2, 0.7),
        ["hinge_embedding"] = () => HingeEmbeddingLoss(),
        ["cosine_embedding"] = () => Subject.Of((x, y, t) => CosineEmbeddingLoss(0.1).call(x, y, t)),
        ["margin_ranking"] = () => Subject.Of((x, y, t) => MarginRankingLoss(0.5).call(x, y, t)),
        ["triplet_margin"] = () => Subject.Of((x, y, z) => TripletMarginLoss(1.5, swap: true).call(x, y, z)),
        ["triplet_margin_distance"] = () => Subject.Of(
            (x, y, z) => TripletMarginWithDistanceLoss((u, v) => (u - v).abs().sum(1), margin: 3, reduction: Reduction.Sum).call(x, y, z)),
        ["ctc"] = () => Subject.Of((x, t) => CTCLoss().call(log_softmax(x, 2), t, tensor(new long[] { 6, 5 }), tensor(new long[] { 3, 2 }))),
    });

    public static TheoryData<string> Names => File.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void EqualsPython(string name)
    {
        File.Check(name);
    }
}
