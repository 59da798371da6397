// What is made of an exercise: for ./run package, and for pages.

export { lessonFile, lessonFolder, nameOf, singleFile, type Files } from './lesson-page.ts';
export { scormPackage } from './scorm-package.ts';
