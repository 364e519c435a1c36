using Bindings.Tests.NN.Golden;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.utils;
using OrthogonalMap = TorchSharp.torch.nn.utils.parametrizations.OrthogonalMap;

namespace Bindings.Tests.NN;

/// <summary>torch.nn.utils and lazy modules compute what Python's do, under the same names of state.</summary>
public class UtilsGoldenTests
{
    private static readonly GoldenFile File = new("utils.json", new()
    {
        ["weight_norm_linear"] = () => weight_norm(Linear(5, 3)),
        ["weight_norm_conv"] = () => weight_norm(Conv2d(2, 3, 2)),
        ["weight_norm_all"] = () => weight_norm(Linear(5, 3), dim: null),
        ["weight_norm_last"] = () => weight_norm(ConvTranspose1d(3, 2, 2), dim: 1),
        ["weight_norm_both"] = () => weight_norm(weight_norm(Bilinear(2, 3, 4)), "bias", dim: null),
        ["spectral_norm_linear"] = () => spectral_norm(Linear(5, 3)),
        ["spectral_norm_conv"] = () => spectral_norm(Conv2d(2, 3, 2), n_power_iterations: 2),
        ["spectral_norm_transposed"] = () => spectral_norm(ConvTranspose2d(2, 3, 2)),
        ["spectral_norm_eval"] = () => spectral_norm(Linear(5, 3)),
        ["spectral_norm_embedding"] = () => spectral_norm(Embedding(6, 3)),
        ["parametrize_symmetric"] = () => parametrize.register_parametrization(Linear(4, 4), "weight", new Symmetric()),
        ["parametrize_two"] = () => parametrize.register_parametrization(
            parametrize.register_parametrization(Linear(4, 4), "weight", new Symmetric()), "weight", new Doubled()),
        ["parametrize_weight_and_bias"] = () => parametrize.register_parametrization(
            parametrize.register_parametrization(Conv1d(2, 2, 2), "weight", new Doubled()), "bias", new Doubled()),
        ["parametrized_spectral_norm"] = () => parametrizations.spectral_norm(Linear(5, 3)),
        ["parametrized_spectral_norm_eval"] = () => parametrizations.spectral_norm(Conv2d(2, 3, 2)),
        ["parametrized_spectral_norm_bias"] = () => parametrizations.spectral_norm(Linear(5, 3), "bias"),
        ["orthogonal_square"] = () => parametrizations.orthogonal(Linear(4, 4)),
        ["orthogonal_square_plain"] = () => Orthogonal(4, 4, OrthogonalMap.matrix_exp),
        ["orthogonal_cayley"] = () => parametrizations.orthogonal(Linear(4, 4), orthogonal_map: OrthogonalMap.cayley),
        ["orthogonal_cayley_plain"] = () => Orthogonal(3, 5, OrthogonalMap.cayley),
        ["orthogonal_tall"] = () => parametrizations.orthogonal(Linear(3, 5)),
        ["orthogonal_wide"] = () => parametrizations.orthogonal(Linear(5, 3)),
        ["orthogonal_wide_exp"] = () => parametrizations.orthogonal(Linear(5, 3), orthogonal_map: OrthogonalMap.matrix_exp),
        ["orthogonal_householder_plain"] = () => parametrizations.orthogonal(Linear(3, 5), orthogonal_map: OrthogonalMap.householder,
            use_trivialization: false),
        ["orthogonal_householder_square"] = () => parametrizations.orthogonal(Linear(4, 4), orthogonal_map: OrthogonalMap.householder),
        ["prune_linear"] = () => prune.l1_unstructured(Linear(5, 3), "weight", 0.4),
        ["prune_twice"] = () => prune.ln_structured(prune.l1_unstructured(Linear(5, 3), "weight", 4), "weight", 1, 2, 0),
        ["prune_weight_and_bias"] = () => prune.random_unstructured(prune.random_structured(Conv2d(2, 3, 2), "weight", 0.3, 1), "bias", 1),
        ["mask_identity"] = () => Mask(new prune.Identity()),
        ["mask_l1_share"] = () => Mask(new prune.L1Unstructured(0.35)),
        ["mask_l1_count"] = () => Mask(new prune.L1Unstructured(7)),
        ["mask_l1_none"] = () => Mask(new prune.L1Unstructured(0.0)),
        ["mask_l1_half_even"] = () => Mask(new prune.L1Unstructured(0.5)),
        ["mask_random"] = () => Mask(new prune.RandomUnstructured(5)),
        ["mask_random_structured"] = () => Mask(new prune.RandomStructured(0.5, 0)),
        ["mask_random_structured_last"] = () => Mask(new prune.RandomStructured(2)),
        ["mask_ln"] = () => Mask(new prune.LnStructured(2, 2, 0)),
        ["mask_ln_infinity"] = () => Mask(new prune.LnStructured(0.3, double.PositiveInfinity, 1)),
        ["mask_ln_one_last"] = () => Mask(new prune.LnStructured(1, 1)),
        ["mask_custom"] = () => Subject.Of((t, m) => new prune.CustomFromMask(Some()).compute_mask(t, m)),
        ["mask_container_unstructured"] = () => Mask(new prune.PruningContainer(new prune.L1Unstructured(0.5))),
        ["mask_container_structured"] = () => Mask(new prune.PruningContainer(new prune.L1Unstructured(3), new prune.LnStructured(1, 2, 1))),
        ["mask_container_global"] = () => Subject.Of((t, m) =>
            new prune.PruningContainer(new prune.CustomFromMask((t > 0).to(ScalarType.Float32))).compute_mask(t, m)),
        ["pruned_tensor"] = () => Subject.Of((t, m) => new prune.L1Unstructured(0.3).prune(t, m)),
        ["mask_global_l1"] = () => Subject.Of((a, b) => Globally(a, b, new prune.L1Unstructured(0.4))),
        ["mask_global_random"] = () => Subject.Of((a, b) => Globally(a, b, new prune.RandomUnstructured(0.4))),
        ["fuse_conv_bn"] = () => Fused(Conv2d(2, 3, 2), BatchNorm2d(3)),
        ["fuse_conv_transposed_bn"] = () => Fused(ConvTranspose2d(2, 3, 2, stride: 2, bias: false), BatchNorm2d(3)),
        ["fuse_linear_bn"] = () => Fused(Linear(4, 3), BatchNorm1d(3)),
        ["lazy_linear"] = () => LazyLinear(3),
        ["lazy_linear_no_bias"] = () => LazyLinear(3, false),
        ["lazy_conv1d"] = () => LazyConv1d(4, 2, groups: 2),
        ["lazy_conv2d"] = () => LazyConv2d(3, (2, 1), stride: (2, 2)),
        ["lazy_conv3d"] = () => LazyConv3d(2, 2, bias: false),
        ["lazy_conv_transpose1d"] = () => LazyConvTranspose1d(4, 2),
        ["lazy_conv_transpose2d"] = () => LazyConvTranspose2d(4, 2, stride: 2),
        ["lazy_conv_transpose3d"] = () => LazyConvTranspose3d(1, 2),
        ["lazy_batch_norm1d"] = () => LazyBatchNorm1d(),
        ["lazy_batch_norm2d"] = () => LazyBatchNorm2d(),
        ["lazy_batch_norm3d"] = () => LazyBatchNorm3d(),
        ["lazy_instance_norm1d"] = () => LazyInstanceNorm1d(),
        ["lazy_instance_norm2d"] = () => LazyInstanceNorm2d(),
        ["lazy_instance_norm3d"] = () => LazyInstanceNorm3d(),
    });

    public static TheoryData<string> Names => File.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void EqualsPython(string name) => File.Check(name);

    private static Subject Mask(prune.BasePruningMethod method) => Subject.Of((t, m) => method.compute_mask(t, m));

    private static Tensor Some()
    {
        // The mask that the script drew for all its cases stands in one of them.
        var record = GoldenCase.Document("utils.json").EnumerateArray().Single(c => c.GetProperty("name").GetString() == "mask_identity");
        var numbers = record.GetProperty("inputs")[1].GetProperty("data").EnumerateArray().Select(n => n.GetSingle()).ToArray();
        return tensor(numbers).reshape(4, 6);
    }

    private static Tensor Globally(Tensor a, Tensor b, prune.BasePruningMethod method)
    {
        var (one, two) = (Linear(Parameter(a.clone())), Linear(Parameter(b.clone())));
        manual_seed(6);
        prune.global_unstructured([(one, "weight"), (two, "weight")], method);
        return cat([one.get_buffer("weight_mask")!.reshape(-1), two.get_buffer("weight_mask")!.reshape(-1)]);
    }

    private static Module<Tensor, Tensor> Orthogonal(long rows, long columns, OrthogonalMap map) =>
        new OrthogonalParametrization(zeros(rows, columns), map, use_trivialization: false);

    private static Subject Fused(Module<Tensor, Tensor> layer, BatchNorm norm) => new(null, x =>
    {
        layer.to(x[0].dtype);
        norm.to(x[0].dtype);
        layer.eval();
        norm.eval();
        Tensor?[] targets = [layer.get_parameter("weight"), norm.weight, norm.bias, norm.running_mean, norm.running_var];
        using (no_grad())
        {
            for (var i = 0; i < targets.Length; i++)
            {
                targets[i]!.copy_(x[i + 1]);
            }

            layer.get_parameter("bias")?.fill_(0.25);
        }

        return layer is Linear linear ? fuse_linear_bn_eval(linear, norm).call(x[0]) : fuse_conv_bn_eval((Convolution)layer, norm).call(x[0]);
    });

    private sealed class Symmetric() : Module<Tensor, Tensor>("Symmetric")
    {
        public override Tensor forward(Tensor input) => input.triu() + input.triu(1).transpose(-1, -2);
    }

    private sealed class Doubled() : Module<Tensor, Tensor>("Doubled"), parametrize.IRightInverse<Tensor>
    {
        public override Tensor forward(Tensor input) => input * 2;

        public Tensor right_inverse(Tensor value) => value / 2;
    }
}
