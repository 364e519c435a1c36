# Finds libtorch: TL_TORCH_VERSION, and the target torchlight-libtorch with what a library on it needs.
#
# A build without CUDA is found through its own CMake package. That of a build with CUDA asks for the whole toolkit, compiler included, which a
# machine that only runs programs lacks and the shim does not need: such a build's headers, libraries and flags are taken as they lie.
add_library(torchlight-libtorch INTERFACE)

# Where libtorch may lie: the folders named, and above those that are its folder for CMake (torch.utils.cmake_prefix_path).
set(places ${CMAKE_PREFIX_PATH})
foreach(place IN LISTS CMAKE_PREFIX_PATH)
  get_filename_component(above "${place}/../.." REALPATH)
  list(APPEND places "${above}")
endforeach()

find_library(TL_TORCH_CUDA torch_cuda HINTS ${places} PATH_SUFFIXES lib)
find_library(TL_TORCH_CPU torch_cpu HINTS ${places} PATH_SUFFIXES lib)
get_filename_component(cuda_folder "${TL_TORCH_CUDA}" REALPATH)
get_filename_component(cuda_folder "${cuda_folder}" DIRECTORY)
get_filename_component(cpu_folder "${TL_TORCH_CPU}" REALPATH)
get_filename_component(cpu_folder "${cpu_folder}" DIRECTORY)

if(NOT TL_TORCH_CUDA OR NOT cuda_folder STREQUAL cpu_folder)
  # Debian's Torch package asks for pieces that a C++ program on the CPU does not need; keep going without them.
  find_package(Torch REQUIRED)
  set(TL_TORCH_VERSION ${Torch_VERSION})
  # libtorch's own headers are not ours to keep free of warnings.
  target_include_directories(torchlight-libtorch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
  target_link_libraries(torchlight-libtorch INTERFACE ${TORCH_LIBRARIES})
  return()
endif()

find_path(TL_TORCH_HEADERS torch/csrc/api/include/torch/torch.h HINTS ${places} PATH_SUFFIXES include REQUIRED)
target_include_directories(torchlight-libtorch SYSTEM INTERFACE ${TL_TORCH_HEADERS} ${TL_TORCH_HEADERS}/torch/csrc/api/include)

# The number stands in one of two headers.
set(TL_TORCH_VERSION "")
foreach(header torch/headeronly/version.h torch/csrc/api/include/torch/version.h)
  if(EXISTS "${TL_TORCH_HEADERS}/${header}" AND TL_TORCH_VERSION STREQUAL "")
    file(STRINGS "${TL_TORCH_HEADERS}/${header}" lines REGEX "define TORCH_VERSION_(MAJOR|MINOR|PATCH) [0-9]+")
    string(REGEX REPLACE "[^0-9;]" "" numbers "${lines}")
    list(JOIN numbers "." TL_TORCH_VERSION)
  endif()
endforeach()
if(NOT TL_TORCH_VERSION MATCHES "^[0-9]+\\.[0-9]+\\.[0-9]+$")
  message(FATAL_ERROR "no version of libtorch stands in ${TL_TORCH_HEADERS}")
endif()

# c10 first, as its own package links it.
foreach(name c10 torch_cpu c10_cuda torch_cuda torch)
  find_library(TL_LIBRARY_${name} ${name} HINTS ${cuda_folder} NO_DEFAULT_PATH REQUIRED)
  target_link_libraries(torchlight-libtorch INTERFACE ${TL_LIBRARY_${name}})
endforeach()

# What it was built with, and which of the two C++ ABIs it speaks, stands in its files for CMake.
find_file(TL_TORCH_CONFIG TorchConfig.cmake HINTS ${places} ${cuda_folder} PATH_SUFFIXES share/cmake/Torch cmake/Torch Torch)
find_file(TL_TORCH_TARGETS Caffe2Targets.cmake HINTS ${places} ${cuda_folder} PATH_SUFFIXES share/cmake/Caffe2 cmake/Caffe2 Caffe2)
foreach(file IN ITEMS ${TL_TORCH_CONFIG} ${TL_TORCH_TARGETS})
  file(READ "${file}" text)
  string(REGEX MATCHALL "_GLIBCXX_USE_CXX11_ABI=[01]|USE_DISTRIBUTED|USE_C10D_GLOO|USE_C10D_NCCL" found "${text}")
  list(APPEND definitions ${found})
endforeach()
list(REMOVE_DUPLICATES definitions)
target_compile_definitions(torchlight-libtorch INTERFACE ${definitions})

# CUDA's headers: the toolkit's, or those that pip lays beside torch, a folder for each library or one for all.
get_filename_component(site "${TL_TORCH_HEADERS}/../.." REALPATH)
file(GLOB beside LIST_DIRECTORIES true "${site}/nvidia/*/include")
find_path(TL_CUDA_HEADERS cuda_runtime_api.h HINTS ${beside} ENV CUDA_HOME ENV CUDA_PATH PATHS /usr/local/cuda PATH_SUFFIXES include)
if(TL_CUDA_HEADERS)
  # Before the folders beside torch, so that all headers are of one version.
  target_include_directories(torchlight-libtorch SYSTEM INTERFACE ${TL_CUDA_HEADERS})
endif()
if(beside)
  target_include_directories(torchlight-libtorch SYSTEM INTERFACE ${beside})
endif()

# With them the memory of devices and recorded graphs are reached in versions that keep both to themselves otherwise.
set(CMAKE_REQUIRED_INCLUDES ${TL_TORCH_HEADERS} ${TL_TORCH_HEADERS}/torch/csrc/api/include ${TL_CUDA_HEADERS} ${beside})
list(TRANSFORM definitions PREPEND "-D" OUTPUT_VARIABLE CMAKE_REQUIRED_DEFINITIONS)
if(TL_TORCH_VERSION VERSION_GREATER_EQUAL 2.10)
  set(CMAKE_REQUIRED_FLAGS -std=c++20)
else()
  set(CMAKE_REQUIRED_FLAGS -std=c++17)
endif()
# Compiled, not linked.
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
include(CheckIncludeFileCXX)
check_include_file_cxx(ATen/cuda/CUDAGraph.h TL_COMPILES_CUDA_HEADERS)
if(TL_COMPILES_CUDA_HEADERS)
  target_compile_definitions(torchlight-libtorch INTERFACE TL_HAS_CUDA_HEADERS=1)
endif()
# torch.distributed over NCCL asks for more of CUDA's headers; without them that one part is left out.
if("USE_C10D_NCCL" IN_LIST definitions)
  check_include_file_cxx(torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp TL_COMPILES_NCCL)
  if(TL_COMPILES_NCCL)
    target_compile_definitions(torchlight-libtorch INTERFACE TL_HAS_NCCL_HEADERS=1)
  endif()
endif()
message(STATUS "libtorch ${TL_TORCH_VERSION} with CUDA in ${cuda_folder}; its headers compile: ${TL_COMPILES_CUDA_HEADERS}, NCCL's: ${TL_COMPILES_NCCL}")
