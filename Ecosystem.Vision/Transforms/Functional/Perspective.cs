using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        public static partial class functional
        {
            /// <summary>Warps an image so that four of its points come to lie at four others.</summary>
            /// <param name="img">The image, [..., C, H, W].</param>
            /// <param name="startpoints">Four points x, y of the image: top left, top right, bottom right, bottom left.</param>
            /// <param name="endpoints">Where they come to lie.</param>
            /// <param name="interpolation">Bilinear or Nearest.</param>
            /// <param name="fill">The value outside, one or one per channel; null gives zeros without a mask.</param>
            public static Tensor perspective(
                Tensor img, IList<IList<int>> startpoints, IList<IList<int>> endpoints,
                InterpolationMode interpolation = InterpolationMode.Bilinear, IList<float>? fill = null) =>
                GridSampling.Perspective(img, Projection(startpoints, endpoints), interpolation, fill?.ToArray());

            /// <summary>The eight coefficients of the projective map that takes the end points to the start points.</summary>
            private static double[] Projection(IList<IList<int>> startpoints, IList<IList<int>> endpoints)
            {
                RequireQuadrangle(startpoints, nameof(startpoints));
                RequireQuadrangle(endpoints, nameof(endpoints));
                using var scope = NewDisposeScope();
                var equations = new double[8, 8];
                var results = new double[8, 1];
                for (var i = 0; i < 4; i++)
                {
                    double x = endpoints[i][0], y = endpoints[i][1];
                    for (var axis = 0; axis < 2; axis++)
                    {
                        var (row, target) = ((2 * i) + axis, (double)startpoints[i][axis]);
                        (equations[row, 3 * axis], equations[row, (3 * axis) + 1], equations[row, (3 * axis) + 2]) = (x, y, 1);
                        (equations[row, 6], equations[row, 7]) = (-target * x, -target * y);
                        results[row, 0] = target;
                    }
                }
                return torch.ops.aten.linalg_solve(torch.tensor(equations), torch.tensor(results)).data<double>().ToArray();
            }

            private static void RequireQuadrangle(IList<IList<int>> points, string name)
            {
                if (points.Count != 4 || points.Any(point => point.Count != 2))
                {
                    throw new ArgumentException($"{name} takes four points of two coordinates each.", name);
                }
            }
        }
    }
}
