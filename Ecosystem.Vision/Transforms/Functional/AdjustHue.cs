using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        public static partial class functional
        {
            /// <summary>Turns the hue of an image round the colour circle, computed in floating-point HSV.</summary>
            /// <param name="img">An image of 1 (returned unchanged) or 3 channels.</param>
            /// <param name="hue_factor">The turn, in [-0.5, 0.5] of the circle; 0 changes nothing.</param>
            /// <param name="degrees">Whether the turn is given in degrees instead, in [-180, 180].</param>
            /// <exception cref="ArgumentOutOfRangeException">The turn is outside its range.</exception>
            public static Tensor adjust_hue(Tensor img, double hue_factor, bool degrees = false)
            {
                var turn = degrees ? hue_factor / 360.0 : hue_factor;
                if (!(turn >= -0.5 && turn <= 0.5))
                {
                    throw new ArgumentOutOfRangeException(nameof(hue_factor), hue_factor,
                        degrees ? "The hue's turn must be in [-180, 180] degrees." : "The hue's turn must be in [-0.5, 0.5] of the circle.");
                }
                if (ImageSize.RequireChannels(img, nameof(adjust_hue), 1, 3) == 1)
                {
                    return img.alias();
                }
                using var scope = NewDisposeScope();
                var type = img.dtype;
                var unit = ImageType.IsFloat(type) ? img : img.to_type(ScalarType.Float32).div_(ImageType.Full(type));
                var (hue, saturation, value) = ToHsv(unit);
                hue = hue.add_(turn).remainder_(1.0);
                var turned = FromHsv(hue, saturation, value);
                if (!ImageType.IsFloat(type))
                {
                    turned = turned.mul_(ImageType.Full(type)).to_type(type);
                }
                return turned.MoveToOuterDisposeScope();
            }

            /// <summary>Hue as a share of the circle from red, saturation and value of an image; grey has hue and saturation 0.</summary>
            private static (Tensor Hue, Tensor Saturation, Tensor Value) ToHsv(Tensor rgb)
            {
                var (red, green, blue) = (rgb.select(-3, 0), rgb.select(-3, 1), rgb.select(-3, 2));
                var value = rgb.amax([-3]);
                var range = value - rgb.amin([-3]);
                var isGrey = range.eq(0);
                // Divisors are 1 where they would be 0; the numerators are 0 there.
                var saturation = range / value.masked_fill(isGrey, 1.0);
                var divisor = range.masked_fill(isGrey, 1.0);
                var fromRed = (value - red) / divisor;
                var fromGreen = (value - green) / divisor;
                var fromBlue = (value - blue) / divisor;
                // The largest channel names the sector; of equal ones the first in the order red, green, blue does.
                var sector = torch.where(
                    value.eq(red), fromBlue - fromGreen,
                    torch.where(value.eq(green), (fromRed + 2.0) - fromBlue, (fromGreen + 4.0) - fromRed));
                var hue = (sector / 6.0).add_(1.0).fmod_(1.0);
                return (hue, saturation, value);
            }

            private static Tensor FromHsv(Tensor hue, Tensor saturation, Tensor value)
            {
                var angle = hue * 6.0;
                var sector = angle.floor();
                var fraction = angle - sector;
                var index = sector.to_type(ScalarType.Int64).remainder_(6).unsqueeze(-3);
                var low = (value * (1.0 - saturation)).clamp_(0, 1);
                var falling = (value * (1.0 - (saturation * fraction))).clamp_(0, 1);
                var rising = (value * (1.0 - (saturation * (1.0 - fraction)))).clamp_(0, 1);
                // For each sector of the circle, what the channel is: rows of six candidates from which the sector picks one.
                var red = torch.stack([value, falling, low, low, rising, value], -3).gather(-3, index);
                var green = torch.stack([rising, value, value, falling, low, low], -3).gather(-3, index);
                var blue = torch.stack([low, low, rising, value, value, falling], -3).gather(-3, index);
                return torch.cat([red, green, blue], -3);
            }
        }
    }
}
