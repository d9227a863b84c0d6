import { coursesAgain } from './courses-again.ts';
import { firstCourses } from './first-courses.ts';
import { moreCourses } from './more-courses.ts';
import type { Course } from './played.ts';

/** Courses by which every letter is read: every kind, each manner and judgement, and each way in which a complainant can be known. */
export const courses: Record<string, Course> = { ...firstCourses, ...moreCourses, ...coursesAgain };
