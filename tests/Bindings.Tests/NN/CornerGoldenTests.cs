using Bindings.Tests.NN.Golden;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Bindings.Tests.NN;

/// <summary>Shapes that broadcast, empty batches, inputs in other orders of memory and numbers at their limits give what Python gives.</summary>
public class CornerGoldenTests
{
    private static readonly GoldenFile File = new("corners.json", new Dictionary<string, Func<Subject>>([.. Broadcasts(), .. Others()]));

    public static TheoryData<string> Names => File.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void EqualsPython(string name) => File.Check(name);

    private static Dictionary<string, Func<Subject>> Broadcasts()
    {
        var losses = new Dictionary<string, Func<Tensor, Tensor, Reduction, Tensor>>
        {
            ["mse"] = (x, t, how) => F.mse_loss(x, t, how),
            ["smooth_l1"] = (x, t, how) => F.smooth_l1_loss(x, t, how),
            ["huber"] = (x, t, how) => F.huber_loss(x, t, reduction: how),
            ["l1"] = (x, t, how) => F.l1_loss(x, t, how),
        };
        var subjects = new Dictionary<string, Func<Subject>>();
        foreach (var (name, loss) in losses)
        {
            subjects[$"{name}_number"] = () => Subject.Of((x, t) => loss(x, t, Reduction.Mean));
            foreach (var how in Enum.GetValues<Reduction>())
            {
                subjects[$"{name}_row_{how.ToString().ToLowerInvariant()}"] = () => Subject.Of((x, t) => loss(x, t, how));
                subjects[$"{name}_column_{how.ToString().ToLowerInvariant()}"] = () => Subject.Of((x, t) => loss(t, x, how));
            }
        }

        return subjects;
    }

    private static Dictionary<string, Func<Subject>> Others() => new()
    {
        ["gumbel_softmax_transposed_False"] = () => Subject.Of(x => F.gumbel_softmax(x.t(), 0.7, dim: 0)),
        ["gumbel_softmax_transposed_True"] = () => Subject.Of(x => F.gumbel_softmax(x.t(), 0.7, true, dim: 0)),
        ["gumbel_softmax_channels_last"] = () => Subject.Of(x => F.gumbel_softmax(x.contiguous(MemoryFormat.ChannelsLast), dim: 1)),
        ["bce_weight_row"] = () => Subject.Of((x, t, w) => F.binary_cross_entropy(x, t, w)),
        ["bce_weight_column"] = () => Subject.Of((x, t, w) => F.binary_cross_entropy(x, t, w, Reduction.None)),
        ["multilabel_soft_margin_whole"] = () => Subject.Of((x, t) => F.multilabel_soft_margin_loss(x, t)),
        ["multilabel_soft_margin_weight_grad"] = () => Subject.Of((x, t, w) => F.multilabel_soft_margin_loss(x, t, w, Reduction.None)),
        ["poisson_eps"] = () => Subject.Of((x, t) => F.poisson_nll_loss(x * 1e-3, t, log_input: false, eps: 0.01f)),
        ["gaussian_eps"] = () => Subject.Of((x, t, v) => F.gaussian_nll_loss(x, t, v * 1e-9, full: true)),
        ["local_response_norm_no_batch"] = () => LocalResponseNorm(2),
        ["local_response_norm_no_places"] = () => LocalResponseNorm(3),
        ["batch_norm_no_features"] = () => Subject.Of(x => F.batch_norm(x, null, null, training: true)),
        ["embedding_bag_last_offset"] = () => Subject.Of(w => F.embedding_bag(
            tensor(new long[] { 1, 2, 0, 4, 2, 2 }), w, tensor(new long[] { 0, 2, 2, 6 }), include_last_offset: true)),
    };
}
