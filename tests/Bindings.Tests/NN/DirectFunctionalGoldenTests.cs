using Bindings.Tests.NN.Golden;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Bindings.Tests.NN;

/// <summary>The functionals called directly, and the modules that no other golden file has.</summary>
public class DirectFunctionalGoldenTests
{
    private static readonly GoldenFile File = new("functions.json", new Dictionary<string, Func<Subject>>(
        [.. Activations(), .. Layers(), .. Pools(), .. Places(), .. Losses(), .. Dropouts(), .. Modules()]));

    public static TheoryData<string> Names => File.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void EqualsPython(string name) => File.Check(name);

    private static Dictionary<string, Func<Subject>> Activations() => new()
    {
        ["celu"] = () => Subject.Of(x => F.celu(x, 0.7)),
        ["elu"] = () => Subject.Of(x => F.elu(x, 1.4)),
        ["gelu"] = () => Subject.Of(x => F.gelu(x)),
        ["gelu_tanh"] = () => Subject.Of(x => F.gelu(x, TorchSharp.Modules.GELU.Approximate.tanh)),
        ["glu"] = () => Subject.Of(x => F.glu(x[..14], 0)),
        ["hardshrink"] = () => Subject.Of(x => F.hardshrink(x, 1.1)),
        ["hardsigmoid"] = () => Subject.Of(x => F.hardsigmoid(x)),
        ["hardswish"] = () => Subject.Of(x => F.hardswish(x)),
        ["hardtanh"] = () => Subject.Of(x => F.hardtanh(x, -0.5, 2)),
        ["leaky_relu"] = () => Subject.Of(x => F.leaky_relu(x, 0.3)),
        ["logsigmoid"] = () => Subject.Of(x => F.logsigmoid(x)),
        ["log_softmax"] = () => Subject.Of(x => F.log_softmax(x, 0)),
        ["mish"] = () => Subject.Of(x => F.mish(x)),
        ["prelu"] = () => Subject.Of(x => F.prelu(x, tensor([0.3], dtype: x.dtype))),
        ["relu"] = () => Subject.Of(x => F.relu(x)),
        ["relu6"] = () => Subject.Of(x => F.relu6(x)),
        ["rrelu"] = () => Subject.Of(x => F.rrelu(x, 0.2, 0.5)),
        ["selu"] = () => Subject.Of(x => F.selu(x)),
        ["sigmoid"] = () => Subject.Of(x => F.sigmoid(x)),
        ["silu"] = () => Subject.Of(x => F.silu(x)),
        ["softmax"] = () => Subject.Of(x => F.softmax(x, 0)),
        ["softmin"] = () => Subject.Of(x => F.softmin(x, 0)),
        ["softplus"] = () => Subject.Of(x => F.softplus(x, 3, 4)),
        ["softshrink"] = () => Subject.Of(x => F.softshrink(x, 1.2)),
        ["softsign"] = () => Subject.Of(x => F.softsign(x)),
        ["tanh"] = () => Subject.Of(x => F.tanh(x)),
        ["tanhshrink"] = () => Subject.Of(x => F.tanhshrink(x)),
        ["threshold"] = () => Subject.Of(x => F.threshold(x, 1, -2)),
        ["celu_"] = () => Subject.Of(x => F.celu_(x + 0, 0.7)),
        ["elu_"] = () => Subject.Of(x => F.elu_(x + 0, 1.4)),
        ["hardtanh_"] = () => Subject.Of(x => F.hardtanh_(x + 0, -0.5, 2)),
        ["leaky_relu_"] = () => Subject.Of(x => F.leaky_relu_(x + 0, 0.3)),
        ["relu_"] = () => Subject.Of(x => F.relu_(x + 0)),
        ["rrelu_"] = () => Subject.Of(x => F.rrelu_(x + 0, 0.2, 0.5)),
        ["selu_"] = () => Subject.Of(x => F.selu_(x + 0)),
        ["threshold_"] = () => Subject.Of(x => F.threshold_(x + 0, 1, -2)),
        ["rrelu_training"] = () => Subject.Of(x => F.rrelu(x, 0.2, 0.5, training: true)),
        ["rrelu_training_in_place"] = () => Subject.Of(x => F.rrelu_(x + 0, 0.2, 0.5, true)),
        ["gumbel_softmax_dim"] = () => Subject.Of(x => F.gumbel_softmax(x, 2, dim: 0)),
    };

    private static Dictionary<string, Func<Subject>> Layers() => new()
    {
        ["linear"] = () => Subject.Of((x, w, v) => F.linear(x, w, v)),
        ["bilinear"] = () => Subject.Of((x, y, w, v) => F.bilinear(x, y, w, v)),
        ["conv1d"] = () => Subject.Of((x, w, v) => F.conv1d(x, w, v, 2, 1, 1, 1)),
        ["conv2d"] = () => Subject.Of((x, w, v) => F.conv2d(x, w, v, [2, 1], [1, 0], [1, 2], 2)),
        ["conv3d"] = () => Subject.Of((x, w) => F.conv3d(x, w)),
        ["conv_transpose1d"] = () => Subject.Of((x, w, v) => F.conv_transpose1d(x, w, v, 3, 1, 1)),
        ["conv_transpose2d"] = () => Subject.Of((x, w, v) => F.conv_transpose2d(x, w, v, [2, 1])),
        ["conv_transpose3d"] = () => Subject.Of((x, w) => F.conv_transpose3d(x, w, strides: [2, 2, 2])),
        ["conv_tbc"] = () => Subject.Of((x, w, v) => F.conv_tbc(x, w, v, 1)),
        ["batch_norm"] = () => Subject.Of((x, w, v) => F.batch_norm(x, null, null, w, v, true, 0.1, 1e-3)),
        ["batch_norm_eval"] = () => Subject.Of((x, m, v) => F.batch_norm(x, m, v)),
        ["layer_norm"] = () => Subject.Of((x, w, v) => F.layer_norm(x, [3, 4], w, v)),
        ["group_norm"] = () => Subject.Of((x, w, v) => F.group_norm(x, 2, w, v, 1e-4)),
        ["instance_norm"] = () => Subject.Of((x, w, v) => F.instance_norm(x, weight: w, bias: v)),
        ["local_response_norm"] = () => Subject.Of(x => F.local_response_norm(x, 3, 0.2, 0.7, 1.5)),
        ["normalize"] = () => Subject.Of(x => F.normalize(x, 1, -1)),
        ["embedding"] = () => Subject.Of((i, w) => F.embedding(i, w, padding_idx: 1)),
        ["embedding_bag"] = () => Subject.Of((i, w, o) => F.embedding_bag(i, w, o, mode: EmbeddingBagMode.Max)),
        ["embedding_bag_last"] = () => Subject.Of((i, w, o) => F.embedding_bag(i, w, o, mode: EmbeddingBagMode.Sum, include_last_offset: true)),
    };

    private static Dictionary<string, Func<Subject>> Pools() => new()
    {
        ["max_pool1d"] = () => Subject.Of(x => F.max_pool1d(x, 2, 1, 1)),
        ["max_pool2d"] = () => Subject.Of(x => F.max_pool2d(x, [2, 3], [2, 1], [1, 1], [1, 1], true)),
        ["max_pool3d"] = () => Subject.Of(x => F.max_pool3d(x, 2, 1, 1)),
        ["max_pool1d_indices"] = () => Subject.Of(x => F.max_pool1d_with_indices(x, 2).Item2),
        ["max_pool2d_indices"] = () => Subject.Of(x => F.max_pool2d_with_indices(x, [2, 2]).Item2),
        ["max_pool3d_indices"] = () => Subject.Of(x => F.max_pool3d_with_indices(x, [2, 2, 2]).Item2),
        ["avg_pool1d"] = () => Subject.Of(x => F.avg_pool1d(x, 3, 1, 1, true, false)),
        ["avg_pool2d"] = () => Subject.Of(x => F.avg_pool2d(x, (2, 3), (1, 2), (1, 1), true, false)),
        ["avg_pool3d"] = () => Subject.Of(x => F.avg_pool3d(x, 2, 1, 1)),
        ["adaptive_avg_pool1d"] = () => Subject.Of(x => F.adaptive_avg_pool1d(x, 2)),
        ["adaptive_max_pool1d"] = () => Subject.Of(x => F.adaptive_max_pool1d(x, 2)),
        ["adaptive_max_pool1d_indices"] = () => Subject.Of(x => F.adaptive_max_pool1d_with_indices(x, 2).Indices),
        ["adaptive_avg_pool2d"] = () => Subject.Of(x => F.adaptive_avg_pool2d(x, 2)),
        ["adaptive_max_pool2d"] = () => Subject.Of(x => F.adaptive_max_pool2d(x, [2, 2])),
        ["adaptive_max_pool2d_indices"] = () => Subject.Of(x => F.adaptive_max_pool2d_with_indices(x, [2, 2]).Indices),
        ["adaptive_avg_pool3d"] = () => Subject.Of(x => F.adaptive_avg_pool3d(x, 2)),
        ["adaptive_max_pool3d"] = () => Subject.Of(x => F.adaptive_max_pool3d(x, [2, 2, 2])),
        ["adaptive_max_pool3d_indices"] = () => Subject.Of(x => F.adaptive_max_pool3d_with_indices(x, [2, 2, 2]).Indices),
        ["lp_pool1d"] = () => Subject.Of(x => F.lp_pool1d(x, 3, 2)),
        ["lp_pool2d"] = () => Subject.Of(x => F.lp_pool2d(x, 2, 2, 1, true)),
        ["fractional_max_pool2d"] = () => Subject.Of(x => F.fractional_max_pool2d(x, [2, 2], [2, 3])),
        ["fractional_max_pool3d"] = () => Subject.Of(x => F.fractional_max_pool3d(x, [1, 2, 2], [2, 2, 1])),
    };

    private static Dictionary<string, Func<Subject>> Places()
    {
        var subjects = new Dictionary<string, Func<Subject>>
        {
            ["pad_negative"] = () => Subject.Of(x => F.pad(x, (-1, 2, 0, -2), value: 0.5)),
            ["fold"] = () => Subject.Of(x => F.fold(x, (4, 5), (2, 2), (1, 1), (1, 1), (2, 2))),
            ["unfold"] = () => Subject.Of(x => F.unfold(x, (2, 3), (1, 1), (1, 1), (2, 2))),
            ["pixel_shuffle"] = () => Subject.Of(x => F.pixel_shuffle(x, 2)),
            ["pixel_unshuffle"] = () => Subject.Of(x => F.pixel_unshuffle(x, 3)),
            ["channel_shuffle"] = () => Subject.Of(x => F.channel_shuffle(x, 2)),
            ["one_hot"] = () => Subject.Of(x => F.one_hot(x)),
            ["upsample_nearest"] = () => Subject.Of(x => F.upsample_nearest(x, scale_factor: [2, 2])),
            ["upsample_bilinear"] = () => Subject.Of(x => F.upsample_bilinear(x, [7, 4], align_corners: true)),
            ["upsample"] = () => Subject.Of(x => F.upsample(x, [7, 4], mode: UpsampleMode.Bilinear, align_corners: true)),
            ["interpolate_3d"] = () => Subject.Of(x => F.interpolate(x, scale_factor: [2, 1, 1.5])),
            ["grid_sample_bicubic"] = () => Subject.Of((x, g) => F.grid_sample(x, g, GridSampleMode.Bicubic, GridSamplePaddingMode.Zeros, true)),
            ["affine_grid_3d"] = () => Subject.Of(t => F.affine_grid(t, [1, 2, 2, 3, 2], true)),
            ["cosine_similarity"] = () => Subject.Of((x, y) => F.cosine_similarity(x, y, 0)),
            ["pairwise_distance"] = () => Subject.Of((x, y) => F.pairwise_distance(x, y, 1)),
            ["pdist"] = () => Subject.Of(x => F.pdist(x, 1.5)),
        };
        foreach (var mode in new[] { PaddingModes.Constant, PaddingModes.Reflect, PaddingModes.Replicate, PaddingModes.Circular })
        {
            var name = $"pad_{mode}".ToLowerInvariant();
            subjects[$"{name}1d"] = () => Subject.Of(x => F.pad(x, (2, 1), mode));
            subjects[$"{name}2d"] = () => Subject.Of(x => F.pad(x, (2, 1, 0, 3), mode));
            subjects[$"{name}3d"] = () => Subject.Of(x => F.pad(x, [1, 1, 2, 0, 1, 2], mode));
        }

        return subjects;
    }

    private static Dictionary<string, Func<Subject>> Losses()
    {
        var subjects = new Dictionary<string, Func<Subject>>
        {
            ["ctc_loss_infinity"] = () => Subject.Of(x => F.ctc_loss(
                x.log_softmax(2), tensor(new long[,] { { 1, 1, 1 } }), tensor([2L]), tensor([3L]), zero_infinity: true)),
        };
        foreach (var how in Enum.GetValues<Reduction>())
        {
            var all = new Dictionary<string, Func<Subject>>
            {
                ["l1_loss"] = () => Subject.Of((x, y) => F.l1_loss(x, y, how)),
                ["smooth_l1_loss"] = () => Subject.Of((x, y) => F.smooth_l1_loss(x, y, how)),
                ["huber_loss"] = () => Subject.Of((x, y) => F.huber_loss(x, y, reduction: how)),
                ["soft_margin_loss"] = () => Subject.Of((x, y) => F.soft_margin_loss(x, y, how)),
                ["kl_div"] = () => Subject.Of((x, y) => F.kl_div(x, y, false, how)),
                ["binary_cross_entropy"] = () => Subject.Of((x, y) => F.binary_cross_entropy(x, y, reduction: how)),
                ["binary_cross_entropy_with_logits"] = () => Subject.Of((x, y) => F.binary_cross_entropy_with_logits(x, y, reduction: how)),
                ["nll_loss"] = () => Subject.Of((x, y) => F.nll_loss(x, y, reduction: how)),
                ["poisson_nll_loss"] = () => Subject.Of((x, y) => F.poisson_nll_loss(x, y, reduction: how)),
                ["gaussian_nll_loss"] = () => Subject.Of((x, y, v) => F.gaussian_nll_loss(x, y, v, reduction: how)),
                ["hinge_embedding_loss"] = () => Subject.Of((x, y) => F.hinge_embedding_loss(x, y, 1, how)),
                ["cosine_embedding_loss"] = () => Subject.Of((x, y, t) => F.cosine_embedding_loss(x, y, t, reduction: how)),
                ["margin_ranking_loss"] = () => Subject.Of((x, y, t) => F.margin_ranking_loss(x, y, t, reduction: how)),
                ["multilabel_margin_loss"] = () => Subject.Of((x, y) => F.multilabel_margin_loss(x, y, how)),
                ["multilabel_soft_margin_loss"] = () => Subject.Of((x, y) => F.multilabel_soft_margin_loss(x, y, reduction: how)),
                ["multi_margin_loss"] = () => Subject.Of((x, y) => F.multi_margin_loss(x, y, reduction: how)),
                ["triplet_margin_loss"] = () => Subject.Of((x, y, z) => F.triplet_margin_loss(x, y, z, reduction: how)),
                ["triplet_margin_with_distance_loss"] = () => Subject.Of((x, y, z) => F.triplet_margin_with_distance_loss(x, y, z, reduction: how)),
                ["ctc_loss"] = () => Subject.Of(x => F.ctc_loss(
                    x.log_softmax(2), tensor([1L, 2, 3, 1]), tensor([6L, 4]), tensor([3L, 1]), reduction: how)),
            };
            foreach (var (name, subject) in all)
            {
                subjects[$"{name}_{how.ToString().ToLowerInvariant()}"] = subject;
            }
        }

        return subjects;
    }

    private static Dictionary<string, Func<Subject>> Dropouts()
    {
        var all = new Dictionary<string, Func<Tensor, bool, Tensor>>
        {
            ["dropout"] = (x, on) => F.dropout(x, 0.4, on),
            ["alpha_dropout"] = (x, on) => F.alpha_dropout(x, 0.4, on),
            ["dropout1d"] = (x, on) => F.dropout1d(x, 0.4, on),
            ["dropout2d"] = (x, on) => F.dropout2d(x, 0.4, on),
            ["dropout3d"] = (x, on) => F.dropout3d(x, 0.4, on),
            ["feature_alpha_dropout"] = (x, on) => F.feature_alpha_dropout(x, 0.4, on),
        };
        return all.SelectMany(entry => new (string name, Func<Subject> subject)[]
        {
            (entry.Key, () => Subject.Of(x => entry.Value(x, true))),
            ($"{entry.Key}_off", () => Subject.Of(x => entry.Value(x, false))),
        }).ToDictionary(entry => entry.name, entry => entry.subject);
    }

    private static Dictionary<string, Func<Subject>> Modules() => new()
    {
        ["cross_map_lrn"] = () => CrossMapLRN2d(3, 0.5, 0.6, 2),
        ["cross_map_lrn_one_channel"] = () => CrossMapLRN2d(5),
        ["upsampling_nearest"] = () => UpsamplingNearest2d(2),
        ["upsampling_bilinear"] = () => UpsamplingBilinear2d((4, 9)),
        ["adaptive_softmax_output"] = () => Adaptive(AdaptiveLogSoftmaxWithLoss(8, 20, [4, 10], 2), (m, x) => m.call(x[0], x[1]).output),
        ["adaptive_softmax_loss"] = () => Adaptive(AdaptiveLogSoftmaxWithLoss(6, 12, [3, 5, 9], 2, true), (m, x) => m.call(x[0], x[1]).loss),
        ["adaptive_softmax_one"] = () => Adaptive(AdaptiveLogSoftmaxWithLoss(8, 20, [4, 10], 2), (m, x) => m.call(x[0], x[1]).output),
        ["adaptive_softmax_all"] = () => Adaptive(AdaptiveLogSoftmaxWithLoss(8, 20, [4, 10], 2), (m, x) => m.log_prob(x[0])),
        ["adaptive_softmax_best"] = () => Adaptive(AdaptiveLogSoftmaxWithLoss(8, 20, [4, 10], 2), (m, x) => m.predict(x[0])),
    };

    private static Subject Adaptive(AdaptiveLogSoftmaxWithLoss module, Func<AdaptiveLogSoftmaxWithLoss, Tensor[], Tensor> run) =>
        new(module, x => run(module, x));
}
