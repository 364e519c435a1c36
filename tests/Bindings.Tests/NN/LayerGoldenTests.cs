using Bindings.Tests.NN.Golden;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.NN;

public class LayerGoldenTests
{
    private static readonly GoldenFile File = new("layers.json", new()
    {
        ["linear"] = () => Linear(5, 3),
        ["linear_no_bias"] = () => Linear(3, 7, hasBias: false),
        ["linear_vector"] = () => Linear(5, 2),
        ["linear_empty"] = () => Linear(5, 2),
        ["bilinear"] = () => Bilinear(3, 4, 2),
        ["conv1d"] = () => Conv1d(4, 6, 3, stride: 2, padding: 1, groups: 2),
        ["conv1d_unbatched"] = () => Conv1d(2, 3, 2, dilation: 2),
        ["conv2d"] = () => Conv2d(3, 4, 3, stride: 2, padding: 1),
        ["conv2d_same"] = () => Conv2d(2, 3, (4, 3), Padding.Same, dilation: (1, 2)),
        ["conv2d_valid"] = () => Conv2d(2, 2, 3, Padding.Valid, bias: false),
        ["conv2d_reflect"] = () => Conv2d(2, 2, (3, 3), padding: (2, 1), padding_mode: PaddingModes.Reflect),
        ["conv2d_replicate"] = () => Conv2d(2, 2, 3, padding: 1, padding_mode: PaddingModes.Replicate),
        ["conv2d_circular_same"] = () => Conv2d(1, 2, (2, 3), Padding.Same, padding_mode: PaddingModes.Circular),
        ["conv2d_depthwise"] = () => Conv2d(3, 6, 3, groups: 3, padding: 1),
        ["conv2d_empty"] = () => Conv2d(2, 3, 3),
        ["conv2d_unbatched"] = () => Conv2d(2, 3, (1, 2), stride: (2, 1)),
        ["conv3d"] = () => Conv3d(2, 3, (2, 2, 2), padding: (1, 0, 1)),
        ["conv_transpose1d"] = () => ConvTranspose1d(3, 2, 3, stride: 2, padding: 1, output_padding: 1),
        ["conv_transpose2d"] = () => ConvTranspose2d(4, 2, 3, stride: 2, padding: 1, groups: 2, dilation: 2),
        ["conv_transpose3d"] = () => ConvTranspose3d(2, 1, 2, stride: 2, bias: false),
        ["batch_norm1d"] = () => BatchNorm1d(3),
        ["batch_norm1d_3d"] = () => BatchNorm1d(3),
        ["batch_norm2d"] = () => BatchNorm2d(4),
        ["batch_norm2d_eval"] = () => BatchNorm2d(4),
        ["batch_norm2d_cumulative"] = () => BatchNorm2d(2, momentum: null),
        ["batch_norm2d_plain"] = () => BatchNorm2d(2, affine: false, track_running_stats: false),
        ["batch_norm3d"] = () => BatchNorm3d(2),
        ["layer_norm"] = () => LayerNorm([3, 4]),
        ["layer_norm_plain"] = () => LayerNorm(6, elementwise_affine: false),
        ["layer_norm_empty"] = () => LayerNorm(4),
        ["group_norm"] = () => GroupNorm(2, 4),
        ["instance_norm1d"] = () => InstanceNorm1d(3, affine: true),
        ["instance_norm2d"] = () => InstanceNorm2d(2),
        ["instance_norm2d_unbatched"] = () => InstanceNorm2d(2, affine: true, track_running_stats: true),
        ["instance_norm3d"] = () => InstanceNorm3d(2),
        ["local_response_norm"] = () => LocalResponseNorm(3, alpha: 0.5, beta: 0.6, k: 2),
        ["local_response_norm_even"] = () => LocalResponseNorm(2, alpha: 0.1),
        ["embedding"] = () => Embedding(6, 3),
        ["embedding_padding"] = () => Embedding(6, 3, padding_idx: -4),
        ["embedding_scaled"] = () => Embedding(6, 3, scale_grad_by_freq: true),
        ["embedding_max_norm"] = () => Embedding(6, 3, max_norm: 0.4),
        ["embedding_bag_mean"] = () => Bag(EmbeddingBag(6, 3)),
        ["embedding_bag_offsets"] = () => Bag(EmbeddingBag(6, 3, mode: EmbeddingBagMode.Sum)),
        ["embedding_bag_weights"] = () => Bag(EmbeddingBag(6, 3, mode: EmbeddingBagMode.Sum)),
        ["embedding_bag_max"] = () => Bag(EmbeddingBag(6, 3, mode: EmbeddingBagMode.Max)),
        ["embedding_bag_padding"] = () => Bag(EmbeddingBag(6, 3, padding_index: 2)),
        ["sequential"] = () => Sequential(Conv2d(1, 2, 3), BatchNorm2d(2), ReLU(), Flatten(), Linear(18, 2)),
        ["attention"] = () => Subject.Of((q, k, v) => functional.scaled_dot_product_attention(q, k, v)),
        ["attention_causal"] = () => Subject.Of((q, k, v) => functional.scaled_dot_product_attention(q, k, v, is_casual: true)),
    });

    public static TheoryData<string> Names => File.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void EqualsPython(string name) => File.Check(name);

    private static Subject Bag(TorchSharp.Modules.EmbeddingBag bag) =>
        new(bag, x => bag.call(x[0], x.ElementAtOrDefault(1), x.ElementAtOrDefault(2)));
}
