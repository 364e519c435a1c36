using System.Runtime.InteropServices;
using Torchlight.Bindings.Tests.Surface;
using TorchSharp;
using static TorchSharp.torch;
using aten = TorchSharp.torch.ops.aten;

namespace Bindings.Tests.Interop;

/// <summary>Arguments with which libtorch's own kernels end the process: here they are errors that say what is wrong.</summary>
public class ArgumentChecksTests
{
    [Fact]
    public void Lists_of_a_fixed_length_are_complete()
    {
        using var scope = NewDisposeScope();
        using var picture = torch.randn(1, 2, 8, 8);
        using var weight = torch.randn(3, 2, 3, 3);

        Assert.Contains("kernel_size has 0 elements; it takes 2", Message(() => aten.thnn_conv2d(picture, weight, [])));
        Assert.Contains("kernel_size has 3 elements; it takes 2", Message(() => aten.thnn_conv2d(picture, weight, [3, 3, 3])));
        Assert.Contains("output_size has 0 elements; it takes 2", Message(() => aten.max_unpool2d(picture, picture.to_type(ScalarType.Int64), [])));

        // One stands for all, as a number does in Python.
        using var whole = aten.thnn_conv2d(picture, weight, [3, 3]);
        using var one = aten.thnn_conv2d(picture, weight, [3]);
        Assert.True(aten.equal(whole, one));
    }

    [Fact]
    public void Shapes_that_kernels_take_for_granted_are_checked()
    {
        using var scope = NewDisposeScope();
        var square = torch.randn(4, 4);
        Assert.Contains("[3 H, I]", Message(() => aten.gru_cell(square, square, square, square)));
        Assert.Contains("divides C", Message(() => aten.native_channel_shuffle(torch.randn(1, 4, 2, 2), 0)));
        Assert.Contains("noise of the input's shape", Message(() => aten.rrelu_with_noise(square, torch.randn(2), 0.1, 0.3, true)));
        Assert.Contains("at least one element", Message(() => aten._weight_norm(torch.empty(0, 3), torch.empty(0, 3))));
        Assert.Contains("at least one element", Message(() => aten.batch_norm_update_stats(torch.empty(0, 2, 3), null, null, 0.1).Item1));
        Assert.Contains("one element", Message(() => aten._local_scalar_dense(torch.empty(0))));
        Assert.Contains("floating-point", Message(
            () => aten.smooth_l1_loss_backward(torch.ones(2, dtype: ScalarType.Int64), torch.ones(2, dtype: ScalarType.Int64), torch.ones(2, dtype: ScalarType.Int64), 1, 0.5)));
    }

    [Fact]
    public void Counts_and_statistics_that_kernels_divide_by_or_read_are_checked()
    {
        using var scope = NewDisposeScope();
        var sound = torch.randn(1, 4, 8);
        var weight = torch.randn(4, 4, 3);
        Assert.Contains("no more groups", Message(() => nn.functional.conv1d(sound, weight, groups: 1L << 62)));
        Assert.Contains("positive number of layers", Message(() => aten.gru_input(sound, sound, [], false, -2, 0, false, false, false).Item1));
        Assert.Contains("a factor from 1", Message(() => nn.functional.pixel_shuffle(torch.randn(3, 4, 1, 2), 1L << 62)));
        Assert.Contains("where it does not train", Message(() => aten.native_batch_norm(sound, null, null, null, null, false, 0.1, 1e-5).Item1));
        Assert.Contains("[N, M]", Message(() => aten._pdist_forward(sound)));
        Assert.Contains("from 0 to size - 1", Message(() => aten._convert_indices_from_coo_to_csr(torch.tensor([0L, 5L]), 3)));
        Assert.Contains("3 to 5 dimensions", Message(() => aten.mkldnn_convolution(sound, weight, null, [1, 1], [], [1], 1)));
        Assert.Contains("at least one tensor", Message(() => aten.cat_out(Array.Empty<Tensor>(), torch.empty(0))));
    }

    [Fact]
    public void Whole_numbers_whose_quotient_does_not_fit_are_refused()
    {
        using var scope = NewDisposeScope();
        foreach (var (smallest, type) in new[] { ((long)int.MinValue, int32), (long.MinValue, int64) })
        {
            var numbers = torch.tensor(new[] { 3L, smallest, -1L }).to(type);
            var minusOne = torch.tensor([-1L]).to(type);
            Assert.Contains("divided by -1", Message(() => numbers.floor_divide(minusOne)));
            Assert.Contains("divided by -1", Message(() => numbers.remainder(-1)));
            Assert.Contains("divided by -1", Message(() => numbers.fmod_(minusOne)));
            Assert.Contains("divided by -1", Message(() => torch.div(numbers, -1, RoundingMode.trunc)));

            // The smallest number and -1 in other places are no harm.
            var others = torch.tensor([-1L, 2L, 2L]).to(type);
            Assert.Equal([-3L, smallest / 2, -1L], numbers.floor_divide(others).to(int64).data<long>().ToArray());
            Assert.Equal([0L, 0L, 1L], numbers.remainder(others).to(int64).data<long>().ToArray());
        }

        // A quotient of a wider type fits, and a narrower type wraps around without the processor's help.
        Assert.Equal(2147483648L, torch.tensor([int.MinValue]).floor_divide(torch.tensor([-1L])).item<long>());
        Assert.Equal(sbyte.MinValue, torch.tensor([sbyte.MinValue]).floor_divide(torch.tensor([(sbyte)-1])).item<sbyte>());
    }

    [Fact]
    public void A_view_stays_within_its_storage_however_large_its_offset()
    {
        using var scope = NewDisposeScope();
        var two = torch.zeros(2);
        Assert.Contains("beyond the storage, which has 2 elements", Message(() => two.as_strided([1], [1], 1L << 62)));
        Assert.Contains("beyond the storage", Message(() => aten.as_strided_scatter(two, torch.zeros(1), [1], [1], long.MaxValue)));
        Assert.Equal(0, two.as_strided([0], [1], long.MaxValue).numel());
        Assert.Contains("beyond the storage", Message(() => aten.set__source_Tensor_storage_offset(torch.zeros(2), torch.zeros(3), 2, [2], [1])));
        Assert.Equal(4, aten.set__source_Tensor_storage_offset(torch.zeros(2), torch.zeros(3), 2, [4], [1]).numel());
        Assert.Contains("one dimension or more", Message(() => torch.tensor(1f).to_sparse().permute()));
    }

    [Fact]
    public void Calls_that_would_never_end_are_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("counts that are numbers", Message(() => torch.binomial(torch.tensor([float.NaN]), torch.tensor([0.5f]))));
        Assert.Contains("below the largest int64", Message(() => aten.random__from(torch.zeros(2), long.MaxValue, null)));
        Assert.Contains("from 0 to 1", Message(() => aten.choose_qparams_optimized(torch.zeros(4), 4, 3, 1e300, 6).Item1));
        Assert.Contains("whose opposite is an int64", Message(() => aten.linalg_matrix_power(torch.eye(3), long.MinValue)));
        Assert.Contains("can be held", Message(() => aten.repeat_interleave_self_int(torch.zeros(2), 1L << 62)));
        Assert.True(torch.binomial(torch.tensor([5f]), torch.tensor([float.NaN])).isnan().item<bool>());
    }

    [Fact]
    public void Networks_states_and_packed_rows_are_checked()
    {
        using var scope = NewDisposeScope();
        var sound = torch.randn(3, 2, 4);
        var state = torch.zeros(1, 2, 4);
        Assert.Contains("dense states", Message(() => aten.lstm_input(sound, [state.to_sparse(), state], [], false, 1, 0, false, false, false).Item1));
        Assert.Contains("[T, N, I]", Message(() => aten.gru_input(sound[0], state, [], false, 1, 0, false, false, false).Item1));
        Assert.Contains("add up to the rows", Message(() => aten._pad_packed_sequence(sound[0], torch.empty([0], int64), false, 0, 6).Item1));
        Assert.Contains("add up to the rows", Message(() => aten._pad_packed_sequence(sound[0], torch.tensor([1L, 2L]), false, 0, 6).Item1));
        Assert.Throws<ArgumentException>(() => nn.init.dirac_(torch.zeros(4, 4, 3), groups: 0));
    }

    [NamesFact]
    public void A_list_that_is_joined_by_name_has_a_tensor() =>
        Assert.Contains("at least one tensor", Message(() => aten.cat_names(Array.Empty<Tensor>(), "N")));

    [Fact]
    public void Bags_bins_and_norms_are_checked()
    {
        using var scope = NewDisposeScope();
        var square = torch.randn(4, 4);
        var none = torch.empty([0], int64);
        Assert.Contains("at least one offset", Message(() => aten.embedding_bag(square, torch.tensor([1L, 2L]), none, include_last_offset: true).Item1));
        Assert.Contains("offsets of one", Message(() => aten.embedding_bag(square, torch.tensor([1L, 2L]), torch.tensor(0L)).Item1));
        Assert.Contains("D numbers or edges", Message(() => aten.histogramdd(square, []).Item1));
        Assert.Contains("input's element type", Message(() => aten.index_Tensor_out(square, [torch.tensor([0L])], torch.empty([1, 4], float64))));
        Assert.Contains("divides C", Message(() => aten.native_group_norm(square, null, null, 4, 4, 1, -1, 1e-5).Item1));
        Assert.Contains("a ch_axis of the input", Message(() => aten.fused_moving_avg_obs_fake_quant(
            square, torch.ones(1), torch.ones(1), square, square, square, square, 0.1, 0, 255, 1L << 40, true)));
        Assert.Contains("within the last dimension", Message(() => torch.searchsorted(square, square, sorter: torch.full([4, 4], 1L << 40))));
        Assert.Contains("int_repr()", Message(() => torch.quantize_per_tensor(square, 0.1, 0, ScalarType.QUInt8).view(float32)));
        Assert.Contains("[C, L] or [N, C, L]", Message(() => aten.reflection_pad1d(torch.tensor(1f), [0])));
        Assert.Contains("a step of 1 or more", Message(() => aten.range_step(0, 2, 0.5, int16)));
        Assert.Contains("takes dense tensors", Message(() => torch.trapezoid(square.to_sparse())));
        Assert.Contains("sides of 1 or more", Message(() => square.to_sparse_bsr((0, 2))));
        Assert.Contains("0 or more", Message(() => aten.set__source_Tensor_storage_offset(torch.zeros(2), torch.zeros(3), long.MinValue, [2], [1])));
        Assert.Contains("for each part along dim", Message(() => aten._weight_norm_interface(square, torch.empty(0)).Item1));
        Assert.Contains("C elements of running_mean", Message(() => aten.batch_norm_update_stats(square, torch.zeros(2), null, 0.1).Item1));
        Assert.Contains("its output's shape", Message(() => aten._log_softmax_backward_data(square, torch.randn(2), 0, float32)));
        Assert.Contains("input's element type", Message(() => aten._logcumsumexp_out(square, 0, torch.empty([4, 4], float16))));
    }

    [Fact]
    public void A_polynomial_of_a_degree_without_end_is_refused()
    {
        using var scope = NewDisposeScope();
        var x = torch.rand(3);
        Assert.Contains("1,000,000", Message(() => aten.special_hermite_polynomial_h_n_scalar(x, 1e12)));
        Assert.Contains("1,000,000", Message(() => aten.special_hermite_polynomial_h(x, torch.full([3], double.PositiveInfinity))));
        using var low = aten.special_hermite_polynomial_h_n_scalar(x, 2);
        Assert.True(torch.allclose(low, (4 * x * x) - 2));
    }

    private static string Message(Func<Tensor> call) => Assert.ThrowsAny<ExternalException>(() => call().Dispose()).Message;
}
