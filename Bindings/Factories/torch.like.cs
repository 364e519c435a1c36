namespace TorchSharp;

/// <summary>Factories that take shape, type and device from another tensor, and those of sequences.</summary>
public static partial class torch
{
    /// <summary>A new tensor of zeros in the shape of another (torch.zeros_like).</summary>
    /// <param name="input">The tensor whose shape is taken, and type and device where none are given.</param>
    /// <param name="dtype">Element type; the input's when null.</param>
    /// <param name="device">Device; the input's when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    /// <param name="names">Names of its dimensions; null for none.</param>
    public static Tensor zeros_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finish(ops.aten.zeros_like(input, dtype: dtype, device: device), requires_grad, names);

    /// <summary>A new tensor of ones in the shape of another (torch.ones_like).</summary>
    /// <param name="input">The tensor whose shape is taken, and type and device where none are given.</param>
    /// <param name="dtype">Element type; the input's when null.</param>
    /// <param name="device">Device; the input's when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    /// <param name="names">Names of its dimensions; null for none.</param>
    public static Tensor ones_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finish(ops.aten.ones_like(input, dtype: dtype, device: device), requires_grad, names);

    /// <summary>A new tensor, elements unset, in the shape of another (torch.empty_like).</summary>
    /// <param name="input">The tensor whose shape is taken, and type and device where none are given.</param>
    /// <param name="dtype">Element type; the input's when null.</param>
    /// <param name="device">Device; the input's when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    /// <param name="names">Names of its dimensions; null for none.</param>
    public static Tensor empty_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finish(ops.aten.empty_like(input, dtype: dtype, device: device), requires_grad, names);

    /// <summary>A new tensor filled with a number in the shape of another (torch.full_like).</summary>
    /// <param name="input">The tensor whose shape is taken, and type and device where none are given.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">Element type; the input's when null.</param>
    /// <param name="device">Device; the input's when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    /// <param name="names">Names of its dimensions; null for none.</param>
    public static Tensor full_like(
        Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finish(ops.aten.full_like(input, value, dtype: dtype, device: device), requires_grad, names);

    /// <summary>A new tensor of numbers drawn uniformly from [0, 1) in the shape of another (torch.rand_like).</summary>
    /// <param name="input">The tensor whose shape is taken, and type and device where none are given.</param>
    /// <param name="dtype">Element type; the input's when null.</param>
    /// <param name="device">Device; the input's when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(ops.aten.rand_like(input, dtype: dtype, device: device), requires_grad, null);

    /// <summary>A new tensor of numbers drawn from the standard normal distribution in the shape of another (torch.randn_like).</summary>
    /// <param name="input">The tensor whose shape is taken, and type and device where none are given.</param>
    /// <param name="dtype">Element type; the input's when null.</param>
    /// <param name="device">Device; the input's when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(ops.aten.randn_like(input, dtype: dtype, device: device), requires_grad, null);

    /// <summary>A new tensor of whole numbers drawn from [low, high) in the shape of another (torch.randint_like).</summary>
    /// <param name="input">The tensor whose shape is taken, and type and device where none are given.</param>
    /// <param name="low">The smallest number.</param>
    /// <param name="high">The number after the greatest.</param>
    /// <param name="dtype">Element type; the input's when null.</param>
    /// <param name="device">Device; the input's when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    public static Tensor randint_like(
        Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(ops.aten.randint_like_low_dtype(input, low, high, dtype: dtype, device: device), requires_grad, null);

    /// <summary>The numbers from start up to, without, stop (torch.arange).</summary>
    /// <param name="start">First number.</param>
    /// <param name="stop">Where it ends.</param>
    /// <param name="step">Distance.</param>
    /// <param name="dtype">Element type; int64 when all three are whole, else the default one, when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(ops.aten.arange_start_step(start, stop, step, dtype: dtype, device: Place(device)), requires_grad, null);

    /// <summary>The numbers from start up to, without, stop, by 1 (torch.arange).</summary>
    /// <param name="start">First number.</param>
    /// <param name="stop">Where it ends.</param>
    /// <param name="dtype">Element type; int64 when both are whole, else the default one, when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>The numbers from 0 up to, without, stop, by 1 (torch.arange).</summary>
    /// <param name="stop">Where it ends.</param>
    /// <param name="dtype">Element type; int64 when it is whole, else the default one, when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>Evenly spaced numbers, both ends included (torch.linspace).</summary>
    /// <param name="start">First number.</param>
    /// <param name="end">Last number.</param>
    /// <param name="steps">How many.</param>
    /// <param name="dtype">Element type; the default one when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(ops.aten.linspace(Scalar.Whole(start), Scalar.Whole(end), steps, dtype: dtype, device: Place(device)), requires_grad, null);

    /// <summary>Numbers spaced evenly on a logarithmic scale, both ends included (torch.logspace).</summary>
    /// <param name="start">Exponent of the first.</param>
    /// <param name="end">Exponent of the last.</param>
    /// <param name="steps">How many.</param>
    /// <param name="base">The base.</param>
    /// <param name="dtype">Element type; the default one when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    public static Tensor logspace(
        double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(ops.aten.logspace(Scalar.Whole(start), Scalar.Whole(end), steps, @base, dtype: dtype, device: Place(device)), requires_grad, null);

    /// <summary>Ones on the diagonal, zeros elsewhere (torch.eye).</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns; as many as rows when -1.</param>
    /// <param name="dtype">Element type; the default one when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    /// <param name="names">Names of its dimensions; null for none.</param>
    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finish(ops.aten.eye_m(rows, columns == -1 ? rows : columns, dtype: dtype, device: Place(device)), requires_grad, names);
}
