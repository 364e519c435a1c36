namespace TransferLearning.Pictures;

/// <summary>The basic solids that things are put together from; the meaning of <see cref="Solid.Size"/> is given for each.</summary>
internal enum Form
{
    /// <summary>Half width, half height, half depth.</summary>
    Box,

    /// <summary>Three radii.</summary>
    Ellipsoid,

    /// <summary>Bottom radius, half height, top radius; a cylinder where both radii are equal.</summary>
    Frustum,

    /// <summary>Radius, half length of the straight part (along y).</summary>
    Capsule,

    /// <summary>Radius of the ring (in the x-y plane), radius of the tube.</summary>
    Ring,

    /// <summary>An open vessel: bottom radius, half height, top radius; walls of <see cref="Solid.Wall"/>.</summary>
    Cup,

    /// <summary>The upper part of a hollow ball: radius, height over the centre where it is cut; walls of <see cref="Solid.Wall"/>.</summary>
    Dome,

    /// <summary>A triangular roof: half width, height, half depth, its base at y = 0.</summary>
    Roof,

    /// <summary>A cog wheel in the x-y plane: radius of the root circle, half thickness, number of teeth.</summary>
    Cog,
}
