using static TorchSharp.torch;

namespace TorchSharp.Transforms;

/// <summary>Sampling an image at the points that a geometric transform asks for.</summary>
internal static class GridSampling
{
    private const long ZeroPadding = 0;

    /// <summary>The image under an affine map from result to image, for a result of the given size.</summary>
    public static Tensor Affine(
        Tensor image, AffineMatrix map, int height, int width, InterpolationMode interpolation, IReadOnlyList<float>? fill) =>
        Sample(image, interpolation, fill, x =>
        {
            var (imageHeight, imageWidth) = ImageSize.Of(x);
            var points = Points(-0.5 * width + 0.5, -0.5 * height + 0.5, height, width, x);
            var (unitX, unitY) = (0.5 * imageWidth, 0.5 * imageHeight);
            var matrix = torch.tensor(
                [map.XX / unitX, map.YX / unitY, map.XY / unitX, map.YY / unitY, map.X0 / unitX, map.Y0 / unitY], dtype: x.dtype, device: x.device);
            return points.matmul(matrix.view(3, 2));
        });

    /// <summary>The image under a projective map (a, b, c, d, e, f, g, h) from result to image, in pixels from the top left corner.</summary>
    public static Tensor Perspective(Tensor image, double[] map, InterpolationMode interpolation, IReadOnlyList<float>? fill) =>
        Sample(image, interpolation, fill, x =>
        {
            var (height, width) = ImageSize.Of(x);
            var points = Points(0.5, 0.5, height, width, x);
            var (unitX, unitY) = (0.5 * width, 0.5 * height);
            var numerator = torch.tensor(
                [map[0] / unitX, map[3] / unitY, map[1] / unitX, map[4] / unitY, map[2] / unitX, map[5] / unitY], dtype: x.dtype, device: x.device);
            var denominator = torch.tensor([map[6], map[7], 1.0], dtype: x.dtype, device: x.device);
            return points.matmul(numerator.view(3, 2)).div_(points.matmul(denominator.view(3, 1))).sub_(1.0);
        });

    /// <summary>
    /// Samples with zeros outside. A fill value is laid under it by sampling a mask of ones beside the image: nearest takes it
    /// where the mask is missing, bilinear mixes by the mask.
    /// </summary>
    private static Tensor Sample(Tensor image, InterpolationMode interpolation, IReadOnlyList<float>? fill, Func<Tensor, Tensor> grid)
    {
        long mode = interpolation switch
        {
            InterpolationMode.Bilinear => 0,
            InterpolationMode.Nearest => 1,
            _ => throw new ArgumentException($"{interpolation} interpolation is not one for rotations and affine maps: use Nearest or Bilinear."),
        };
        var channels = ImageSize.Channels(image);
        if (fill is not null && fill.Count != 1 && fill.Count != channels)
        {
            throw new ArgumentException($"A fill takes one value or one for each of the {channels} channels, not {fill.Count}.");
        }
        return ImageType.Through(image, x =>
        {
            var (batch, height, width) = (x.shape[0], x.shape[2], x.shape[3]);
            var at = grid(x);
            at = at.expand(batch, at.shape[0], at.shape[1], 2);
            if (fill is null)
            {
                return torch.ops.aten.grid_sampler(x, at, mode, ZeroPadding, false);
            }
            var withMask = torch.cat([x, torch.ones([batch, 1, height, width], dtype: x.dtype, device: x.device)], 1);
            var sampled = torch.ops.aten.grid_sampler(withMask, at, mode, ZeroPadding, false);
            var mask = sampled.narrow(1, channels, 1);
            var picture = sampled.narrow(1, 0, channels);
            var colour = torch.tensor(fill.ToArray(), dtype: x.dtype, device: x.device).view(1, -1, 1, 1);
            return mode == 1
                ? torch.where(mask.lt(0.5), colour, picture)
                : picture.mul(mask).add_(mask.neg().add_(1.0).mul(colour));
        });
    }

    /// <summary>The points (x, y, 1) of a result's pixels, [height, width, 3].</summary>
    private static Tensor Points(double firstX, double firstY, int height, int width, Tensor like)
    {
        var points = torch.ones([height, width, 3], dtype: like.dtype, device: like.device);
        points.select(2, 0).copy_(torch.linspace(firstX, firstX + width - 1, width, dtype: like.dtype, device: like.device));
        points.select(2, 1).copy_(torch.linspace(firstY, firstY + height - 1, height, dtype: like.dtype, device: like.device).unsqueeze(1));
        return points;
    }
}
