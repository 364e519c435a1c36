namespace TorchSharp.Transforms;

/// <summary>
/// The upper two rows of a matrix that takes a point of the result to the point of the image it comes from. Coordinates are in
/// pixels, x to the right and y down, from the middle of the image.
/// </summary>
internal readonly record struct AffineMatrix(double XX, double XY, double X0, double YX, double YY, double Y0)
{
    /// <summary>
    /// The inverse of: shear (x, then y), scale, rotate clockwise, all about <paramref name="center"/>, then translate.
    /// Angles are in degrees.
    /// </summary>
    public static AffineMatrix Inverse(
        (double X, double Y) center, double angle, (double X, double Y) translate, double scale, (double X, double Y) shear)
    {
        var (rotation, shearX, shearY) = (double.DegreesToRadians(angle), double.DegreesToRadians(shear.X), double.DegreesToRadians(shear.Y));
        // The forward matrix's linear part without the scale; its determinant is 1, so that its inverse is its adjugate.
        var lean = Math.Cos(shearY);
        var (cosine, sine) = (Math.Cos(rotation - shearY) / lean, Math.Sin(rotation - shearY) / lean);
        var slope = Math.Tan(shearX);
        var xx = cosine;
        var xy = -(cosine * slope) - Math.Sin(rotation);
        var yx = sine;
        var yy = Math.Cos(rotation) - (sine * slope);
        var inverse = new AffineMatrix(yy / scale, -xy / scale, 0, -yx / scale, xx / scale, 0);
        var (x, y) = (-center.X - translate.X, -center.Y - translate.Y);
        return inverse with
        {
            X0 = (inverse.XX * x) + (inverse.XY * y) + center.X,
            Y0 = (inverse.YX * x) + (inverse.YY * y) + center.Y,
        };
    }

    /// <summary>
    /// The size of the box that holds the whole image after a rotation. The guard keeps a corner that rounding puts just
    /// outside a pixel's edge from adding a row; single precision, as the boxes of Python's.
    /// </summary>
    public (int Height, int Width) RotatedSize(int height, int width)
    {
        const float guard = 1e-4f;
        var (halfWidth, halfHeight) = (0.5f * width, 0.5f * height);
        Span<(float X, float Y)> corners = [(-halfWidth, -halfHeight), (-halfWidth, halfHeight), (halfWidth, halfHeight), (halfWidth, -halfHeight)];
        var (minX, minY, maxX, maxY) = (float.MaxValue, float.MaxValue, float.MinValue, float.MinValue);
        foreach (var (x, y) in corners)
        {
            var px = ((float)XX * x) + ((float)XY * y) + (float)X0;
            var py = ((float)YX * x) + ((float)YY * y) + (float)Y0;
            (minX, maxX) = (MathF.Min(minX, px), MathF.Max(maxX, px));
            (minY, maxY) = (MathF.Min(minY, py), MathF.Max(maxY, py));
        }
        return (Span(minY + halfHeight, maxY + halfHeight), Span(minX + halfWidth, maxX + halfWidth));

        static int Span(float low, float high) =>
            (int)(MathF.Ceiling(MathF.Truncate(high / guard) * guard) - MathF.Floor(MathF.Truncate(low / guard) * guard));
    }
}
